import { chance } from "../../../fuzz/chance.ts";
import { cursorUpdate } from "../load/cursor.ts";
import type { LoadClient } from "../load/load-client.ts";
import { schedule } from "../load/schedule.ts";

/** So often the stock client says that somebody is still here; servers let go of who says nothing. */
const EVERY_SECONDS = 15;

/** Lets everybody who is connected say now and then where they are. */
export function keepPresent(clients: readonly LoadClient[], noteId: string) {
  const random = chance(clients.length);
  const people = clients.map(() => ({ clientId: random.clientId(), noteId }));
  const pace = { actors: clients.length, aSecond: 1 / EVERY_SECONDS, turns: Number.POSITIVE_INFINITY };
  return schedule(pace, (person, turn) => {
    const client = clients[person]!;
    if (client.isConnected) client.sendAwareness(cursorUpdate(people[person]!, turn + 1));
  });
}
