import { setTimeout as sleep } from "node:timers/promises";
import { chance } from "../../../fuzz/chance.ts";
import { boardContent } from "../load/board-content.ts";
import { type Cursor, cursorUpdate } from "../load/cursor.ts";
import { schedule } from "../load/schedule.ts";
import { readVarUint } from "../wires/varint.ts";
import { bytesOf, clientsOf, connectAll, furnish, leave, SETTLE_MS } from "./enter-room.ts";
import type { Figures, Run, Scenario } from "./scenario.ts";
import { spend, steadily } from "./window.ts";

const PEOPLE = 50;
const MOVES_A_SECOND = 20;
const WARM_UP_SECONDS = 3;

/** Everybody’s caret moves, nobody writes. */
export const cursors: Scenario = {
  name: "cursors-50",
  title: `${PEOPLE} people whose carets move ${MOVES_A_SECOND} times a second`,
  boards: 1,
  people: PEOPLE,
  columns: {
    cpuShare: "core share",
    statesASecond: "states/s each",
    messagesASecond: "messages/s each",
    kilobytesASecond: "kB/s each",
    loadShare: "load’s core",
  },
  suits: () => true,
  measure,
};

async function measure(run: Run): Promise<Figures> {
  const content = boardContent(PEOPLE);
  const random = chance(PEOPLE);
  const people: Cursor[] = content.noteIds.map((noteId) => ({ clientId: random.clientId(), noteId }));
  const clients = clientsOf(run, run.rooms[0]!);
  let [states, messages] = [0, 0];
  for (const client of clients)
    client.listener = {
      awareness(payload) {
        messages += 1;
        states += readVarUint(payload, 0).value;
      },
    };
  try {
    await connectAll(clients.slice(0, 1));
    await furnish(run, clients[0]!, content);
    await connectAll(clients.slice(1));
    await sleep(SETTLE_MS);
    const pace = { actors: PEOPLE, aSecond: MOVES_A_SECOND, turns: Number.POSITIVE_INFINITY };
    const moving = schedule(pace, (person, turn) =>
      clients[person]!.sendAwareness(cursorUpdate(people[person]!, turn + 1)),
    );
    await sleep(WARM_UP_SECONDS * 1_000);
    [states, messages] = [0, 0];
    const bytesBefore = bytesOf(clients);
    const spent = await spend(run, steadily(run.seconds));
    const each = (count: number) => count / PEOPLE / spent.seconds;
    const figures = {
      cpuShare: spent.serverCpuSeconds / spent.seconds,
      statesASecond: each(states),
      messagesASecond: each(messages),
      kilobytesASecond: each(bytesOf(clients) - bytesBefore) / 1_000,
      loadShare: spent.loadShare,
    };
    moving.stop();
    return figures;
  } finally {
    leave(clients);
  }
}
