import { coldJoin } from "./cold-join.ts";
import { cursors } from "./cursors.ts";
import { fanOut } from "./fan-out.ts";
import { manyRooms } from "./many-rooms.ts";
import { reconnectStorm } from "./reconnect-storm.ts";
import type { Scenario } from "./scenario.ts";

/** All that is measured, in the order of the table. */
export const SCENARIOS: readonly Scenario[] = [
  fanOut(10),
  fanOut(50),
  fanOut(200),
  manyRooms,
  coldJoin,
  cursors,
  reconnectStorm,
];
