import { connectBoardClient } from "../support/connect-board-client.ts";
import { notesOf } from "./agreement.ts";
import { freePort } from "./free-port.ts";
import { seedTable } from "./seeded-table.ts";
import { StandbyServer } from "./standby-server.ts";
import { WatchedClient } from "./watched-client.ts";

export interface StormOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly clients: number;
  /** The control: everybody’s first retry comes after the same time. */
  readonly inStep?: boolean;
}

export interface StormReport {
  readonly clients: number;
  /** How the server that was asked to stop ended. */
  readonly ended: string | null;
  /** From the moment the next server listens until everybody was told “saved”. */
  readonly backAfterMs: number;
  /** The most sockets that opened within 100 ms. */
  readonly mostAtOnce: number;
  /** The longest that the next server took to say that it lives. */
  readonly slowestAnswerMs: number;
  readonly lost: number;
  readonly refused: number;
}

const LOOK_EVERY_MS = 50;
const TOGETHER_MS = 100;

/** Many people are sent away by a server that stops, and come back to the next one with what they wrote meanwhile. */
export async function reconnectStorm({ env, clients, inStep = false }: StormOptions): Promise<StormReport> {
  const { board, seats } = await seedTable(env, clients);
  const { boardId } = board;
  const own = { ...env, PORT: String(await freePort()) };
  const [first, second] = [new StandbyServer(own), new StandbyServer(own)];
  const people: WatchedClient[] = [];
  try {
    const url = await first.start();
    for (const { token } of seats) people.push(new WatchedClient({ url, boardId, token, inStep }));
    await Promise.all(people.map((person) => person.says("saved")));
    const opened = people.map(({ connections }) => connections.length);
    first.kill("SIGTERM");
    for (const person of people) person.type();
    await first.exited();
    await second.start();
    const listens = performance.now();
    let slowestAnswerMs = 0;
    let back = false;
    const allBack = Promise.all(people.map((person) => person.says("saved"))).then(() => {
      back = true;
    });
    while (!back) {
      const asked = performance.now();
      await fetch(`${url}/healthz`);
      slowestAnswerMs = Math.max(slowestAnswerMs, Math.round(performance.now() - asked));
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    await allBack;
    const backAfterMs = Math.round(performance.now() - listens);
    const witness = await connectBoardClient({ url, boardId, token: board.moderator.token });
    const notes = notesOf(witness);
    witness.destroy();
    const returns = people.flatMap(({ connections }, index) => connections.slice(opened[index]));
    return {
      clients,
      ended: first.ended,
      backAfterMs,
      mostAtOnce: most(returns),
      slowestAnswerMs,
      lost: people.reduce((sum, person) => sum + person.missingIn(notes), 0),
      refused: people.reduce((sum, person) => sum + person.refused, 0),
    };
  } finally {
    for (const person of people) person.destroy();
    await Promise.all([first.end(), second.end()]);
  }
}

/** The most of these moments that lie together. */
function most(moments: readonly number[]): number {
  const sorted = moments.toSorted((a, b) => a - b);
  let from = 0;
  return sorted.reduce((max, moment, index) => {
    while (moment - sorted[from]! > TOGETHER_MS) from += 1;
    return Math.max(max, index - from + 1);
  }, 0);
}
