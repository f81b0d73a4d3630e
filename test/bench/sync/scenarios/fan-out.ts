import { setTimeout as sleep } from "node:timers/promises";
import { boardContent } from "../load/board-content.ts";
import { DeliveryMeter } from "../load/delivery-meter.ts";
import type { LoadClient } from "../load/load-client.ts";
import { schedule } from "../load/schedule.ts";
import { notesToType, type } from "../load/typing.ts";
import { clientsOf, connectAll, furnish } from "./enter-room.ts";
import type { Figures, Run, Scenario } from "./scenario.ts";
import { spend, steadily } from "./window.ts";

const WRITERS = 10;
const CHARACTERS_A_SECOND = 20;
/** Until then a server’s hot code is compiled. */
const WARM_UP_SECONDS = 3;
/** What has not come this long after the last character is missing. */
const PATIENCE_SECONDS = 5;

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
    toReaderP50: "to reader p50",
    toReaderP95: "p95",
    toReaderP99: "p99 ms",
    toAckP50: "to ack p50",
    toAckP95: "p95",
    toAckP99: "p99 ms",
    missing: "missing",
    loadShare: "load’s core",
  },
  suits: () => true,
  measure: (run) => measure(run, people),
});

async function measure(run: Run, people: number): Promise<Figures> {
  const characters = Math.ceil((WARM_UP_SECONDS + run.seconds + 2) * CHARACTERS_A_SECOND * 1.2);
  const content = boardContent(notesToType(WRITERS, characters));
  const typings = type(content, WRITERS, characters);
  const meter = new DeliveryMeter(typings, people);
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
    await sleep(500);
    meter.startAcknowledging();
    const writing = schedule(WRITERS, CHARACTERS_A_SECOND, (writer, turn) => {
      meter.sent(writer, turn);
      clients[writer]!.sendUpdate(typings[writer]!.updates[turn]!);
    });
    await sleep(WARM_UP_SECONDS * 1_000);
    meter.reset();
    const bytesBefore = bytesOf(clients);
    const spent = await spend(run, steadily(run.seconds));
    const figures = {
      deliveries: meter.deliveries,
      cpuSecondsPer100k: per100k(spent.serverCpuSeconds, meter),
      postgresqlCpuSecondsPer100k: per100k(spent.postgresqlCpuSeconds, meter),
      cpuShare: spent.serverCpuSeconds / spent.seconds,
      bytesPerDelivery: (bytesOf(clients) - bytesBefore) / meter.deliveries,
      ...latencies("toReader", meter),
      ...latencies("toAck", meter),
      loadShare: spent.loadShare,
    };
    const written = writing.stop();
    return { ...figures, missing: await missingAtLast(meter, written) };
  } finally {
    for (const client of clients) client.drop();
  }
}

const bytesOf = (clients: readonly LoadClient[]) =>
  clients.reduce((sum, { bytesReceived }) => sum + bytesReceived, 0);

const per100k = (seconds: number | null, { deliveries }: DeliveryMeter) =>
  seconds === null ? null : (seconds / deliveries) * 100_000;

function latencies(name: "toReader" | "toAck", meter: DeliveryMeter): Figures {
  const quantiles = meter[name].quantiles();
  return {
    [`${name}P50`]: quantiles?.p50 ?? null,
    [`${name}P95`]: quantiles?.p95 ?? null,
    [`${name}P99`]: quantiles?.p99 ?? null,
  };
}

async function missingAtLast(meter: DeliveryMeter, written: Int32Array): Promise<number> {
  const until = performance.now() + PATIENCE_SECONDS * 1_000;
  while (meter.missing(written) > 0 && performance.now() < until) await sleep(20);
  return meter.missing(written);
}
