import { useClientHandle } from "@urql/vue";
import { onScopeDispose } from "vue";
import { hearWindows } from "../sync/device-channel.ts";
import { keepsAnything } from "../sync/device-database.ts";
import { ownSeatsQuery } from "./own-seats.query.ts";

/** Long enough that the first screen has what it needs. */
const TIDY_AFTER_MS = 3_000;

/**
 * Watches over what this browser keeps: when another window signs out, this one ends too; and what is left of seats
 * that this browser no longer has leaves the device.
 */
export function useDeviceKeeper(): void {
  const { client } = useClientHandle();
  onScopeDispose(
    hearWindows(({ type }) => {
      if (type === "signedOut") location.assign("/?signed-out");
    }),
  );
  const tidy = async () => {
    // Where the device keeps nothing there is nothing to tidy, and nothing to fetch for it.
    if (!(await keepsAnything())) return;
    const { data } = await client.query(ownSeatsQuery, {}, { requestPolicy: "network-only" });
    if (!data) return;
    const { tidyDevice } = await import("../sync/device-work.ts");
    await tidyDevice(new Set(data.viewer.participations.map(({ id }) => id)));
  };
  const timer = setTimeout(() => void tidy().catch(() => {}), TIDY_AFTER_MS);
  onScopeDispose(() => clearTimeout(timer));
}
