import { setTimeout as sleep } from "node:timers/promises";
import { boardContent } from "../load/board-content.ts";
import { DeliveryMeter } from "../load/delivery-meter.ts";
import { schedule } from "../load/schedule.ts";
import { Tally } from "../load/tally.ts";
import { type } from "../load/typing.ts";
import { LATENCIES } from "./columns.ts";
import { clientsOf, connectAll, furnish, inTurn, leave } from "./enter-room.ts";
import { keepPresent } from "./keep-present.ts";
import { missingAtLast } from "./missing.ts";
import type { Usage } from "../servers/measured-process.ts";
import { type Figures, keepsDocuments, type Run, type Scenario } from "./scenario.ts";
import { spend, steadily } from "./window.ts";

const BOARDS = 500;
const PEOPLE = 4;
const NOTES = 30;
/** Long enough for a server to put away what nobody uses. */
const IDLE_SECONDS = 12;
/** One person at each board types, and not much. */
const CHARACTERS_A_SECOND = 0.5;

/** Many boards are open; nobody does anything, then some type a little. */
export const manyRooms: Scenario = {
  name: "many-rooms",
  title: `${BOARDS} boards of ${NOTES} notes with ${PEOPLE} people each: idle, then one at each board types a character every ${1 / CHARACTERS_A_SECOND} s`,
  boards: BOARDS,
  people: PEOPLE,
  columns: {
    kibibytesPerBoard: `KiB per board with ${PEOPLE}`,
    heapKibibytesPerBoard: "of them heap",
    externalKibibytesPerBoard: "buffers",
    kibibytesPerConnection: "KiB per connection",
    residentMebibytes: "resident MiB",
    uncollectedMebibytes: "before collecting",
    idleCpuShare: "idle core share",
    cpuShare: "typing core share",
    cpuSecondsPer100k: "CPU s / 100,000",
    postgresqlCpuSecondsPer100k: "PostgreSQL’s",
    ...LATENCIES,
    missing: "missing",
  },
  suits: keepsDocuments,
  measure,
};

async function measure(run: Run): Promise<Figures> {
  const characters = Math.ceil((run.seconds + 2) * CHARACTERS_A_SECOND * 2) + 2;
  const content = boardContent(NOTES);
  const [typing] = type(content, 1, characters);
  const tally = new Tally();
  const boards = run.rooms.map((room) => ({
    clients: clientsOf(run, room),
    meter: new DeliveryMeter([typing!], PEOPLE, tally),
  }));
  const clients = boards.flatMap((board) => board.clients);
  for (const { clients: people, meter } of boards)
    for (const [index, client] of people.entries())
      client.listener = {
        update: (payload) => meter.received(index, payload),
        acknowledged: () => meter.acknowledged(index),
      };
  const presence = keepPresent(clients, content.noteIds[0]!);
  try {
    const before = await kept(run);
    await inTurn(boards, async ({ clients: [first] }) => {
      await first!.connect();
      await furnish(run, first!, content);
    });
    await sleep(IDLE_SECONDS * 1_000);
    const alone = await kept(run);
    await connectAll(boards.flatMap(({ clients: [, ...others] }) => others));
    await sleep(IDLE_SECONDS * 1_000);
    const uncollected = await run.process.usage();
    const full = await kept(run);
    const idle = await spend({ ...run, profile: null }, steadily(run.seconds));

    for (const { meter } of boards) meter.startAcknowledging();
    tally.reset();
    const pace = { actors: BOARDS, aSecond: CHARACTERS_A_SECOND, turns: characters };
    const writing = schedule(pace, (board, turn) => {
      const { meter, clients: people } = boards[board]!;
      meter.sent(0, turn);
      people[0]!.sendUpdate(typing!.updates[turn]!);
    });
    await sleep(2_000);
    tally.reset();
    const spent = await spend(run, steadily(run.seconds));
    const figures = {
      kibibytesPerBoard: (full.residentBytes - before.residentBytes) / BOARDS / 1024,
      heapKibibytesPerBoard: (full.heapBytes - before.heapBytes) / BOARDS / 1024,
      externalKibibytesPerBoard: (full.externalBytes - before.externalBytes) / BOARDS / 1024,
      kibibytesPerConnection: (full.residentBytes - alone.residentBytes) / (BOARDS * (PEOPLE - 1)) / 1024,
      residentMebibytes: full.residentBytes / 1024 ** 2,
      uncollectedMebibytes: uncollected.residentBytes / 1024 ** 2,
      idleCpuShare: idle.serverCpuSeconds / idle.seconds,
      cpuShare: spent.serverCpuSeconds / spent.seconds,
      cpuSecondsPer100k: tally.per100k(spent.serverCpuSeconds),
      postgresqlCpuSecondsPer100k: tally.per100k(spent.postgresqlCpuSeconds),
      ...tally.latencies(),
    };
    const turns = writing.stop();
    const written = boards.map(({ meter }, board) => ({ meter, written: turns.subarray(board, board + 1) }));
    return { ...figures, missing: await missingAtLast(written) };
  } finally {
    presence.stop();
    leave(clients);
  }
}

/** What it keeps: garbage that one collection leaves the next one takes. */
async function kept({ process }: Run): Promise<Usage> {
  await process.collect();
  await sleep(500);
  await process.collect();
  return process.usage();
}
