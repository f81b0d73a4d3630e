import { fanOut } from "./fan-out.ts";
import type { Scenario } from "./scenario.ts";

/** All that is measured, in the order of the table. */
export const SCENARIOS: readonly Scenario[] = [fanOut(10), fanOut(50), fanOut(200)];
