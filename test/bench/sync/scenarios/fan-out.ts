import { setTimeout as sleep } from "node:timers/promises";
import { boardContent } from "../load/board-content.ts";
import { DeliveryMeter } from "../load/delivery-meter.ts";
import { schedule } from "../load/schedule.ts";
import { Tally } from "../load/tally.ts";
import { notesToType, type } from "../load/typing.ts";
import { bytesOf, clientsOf, connectAll, furnish, leave, SETTLE_MS } from "./enter-room.ts";
import { LATENCIES } from "./columns.ts";
import { missingAtLast } from "./missing.ts";
import type { Figures, Run, Scenario } from "./scenario.ts";
import { spend, steadily } from "./window.ts";

const WRITERS = 10;
const CHARACTERS_A_SECOND = 20;
/** Until then a server’s hot code is compiled. */
const WARM_UP_SECONDS = 3;

/** Ten people type on one board, everybody reads. */
export const fanOut = (people: number): Scenario => ({
  name: `fan-out-${people}`,
  title: `${people} people at one board, ${WRITERS} of them type ${CHARACTERS_A_SECOND} characters a second each`,
  boards: 1,
  people,
  columns: {
    cpuSecondsPer100k: "CPU s / 100,000",
    postgresqlCpuSecondsPer100k: "PostgreSQL’s",
    cpuShare: "core share",
    bytesPerDelivery: "bytes each",
    ...LATENCIES,
    missing: "missing",
    loadShare: "load’s core",
  },
  suits: () => true,
  measure: (run) => measure(run, people),
});

async function measure(run: Run, people: number): Promise<Figures> {
  const characters = Math.ceil((WARM_UP_SECONDS + run.seconds + 2) * CHARACTERS_A_SECOND * 1.5);
  const content = boardContent(notesToType(WRITERS, characters));
  const typings = type(content, WRITERS, characters);
  const tally = new Tally();
  const meter = new DeliveryMeter(typings, people, tally);
  const clients = clientsOf(run, run.rooms[0]!);
  for (const [index, client] of clients.entries())
    client.listener = {
      update: (payload) => meter.received(index, payload),
      acknowledged: () => meter.acknowledged(index),
    };
  try {
    await connectAll(clients.slice(0, 1));
    await furnish(run, clients[0]!, content);
    await connectAll(clients.slice(1));
    await sleep(SETTLE_MS);
    meter.startAcknowledging();
    const pace = { actors: WRITERS, aSecond: CHARACTERS_A_SECOND, turns: characters };
    const writing = schedule(pace, (writer, turn) => {
      meter.sent(writer, turn);
      clients[writer]!.sendUpdate(typings[writer]!.updates[turn]!);
    });
    await sleep(WARM_UP_SECONDS * 1_000);
    tally.reset();
    const bytesBefore = bytesOf(clients);
    const spent = await spend(run, steadily(run.seconds));
    const figures = {
      deliveries: tally.deliveries,
      cpuSecondsPer100k: tally.per100k(spent.serverCpuSeconds),
      postgresqlCpuSecondsPer100k: tally.per100k(spent.postgresqlCpuSeconds),
      cpuShare: spent.serverCpuSeconds / spent.seconds,
      bytesPerDelivery: (bytesOf(clients) - bytesBefore) / tally.deliveries,
      ...tally.latencies(),
      loadShare: spent.loadShare,
    };
    const written = writing.stop();
    return { ...figures, missing: await missingAtLast([{ meter, written }]) };
  } finally {
    leave(clients);
  }
}
