import { setTimeout as sleep } from "node:timers/promises";
import type { DeliveryMeter } from "../load/delivery-meter.ts";

/** What has not come this long after the last character is missing. */
const PATIENCE_MS = 5_000;

/** How many characters never reached a reader who should have got them. */
export async function missingAtLast(
  boards: readonly { readonly meter: DeliveryMeter; readonly written: Int32Array }[],
): Promise<number> {
  const missing = () => boards.reduce((sum, { meter, written }) => sum + meter.missing(written), 0);
  const until = performance.now() + PATIENCE_MS;
  while (missing() > 0 && performance.now() < until) await sleep(20);
  return missing();
}
