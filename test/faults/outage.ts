import { GraphQLClient } from "../support/graphql-client.ts";
import { disagreements, notesOf } from "./agreement.ts";
import type { Fault } from "./fault.ts";
import { freePort } from "./free-port.ts";
import { seedTable } from "./seeded-table.ts";
import { StandbyServer } from "./standby-server.ts";
import { openWatchedBrowser, type WatchedBrowser } from "./watched-browser.ts";
import { WatchedClient } from "./watched-client.ts";
import { connectBoardClient } from "../support/connect-board-client.ts";

export interface OutageOptions {
  readonly fault: Fault;
  readonly clients: number;
  readonly seconds: number;
  /** One real browser beside the providers. */
  readonly browser?: boolean;
  readonly control?: "acknowledge-early";
}

export interface OutageReport {
  /** Acknowledgements that arrived while nothing could be committed, but for those that were on their way. */
  readonly acknowledgedMeanwhile: number;
  /** The longest that somebody who typed was not told “not saved”; null when somebody never was. */
  readonly notSavedAfterMs: number | null;
  readonly browserNotSavedAfterMs: number | null;
  readonly alive: boolean;
  /** `/readyz` said no at every look, from two seconds on. */
  readonly unready: boolean;
  /** The longest that a query took to be answered, with whatever. */
  readonly slowestAnswerMs: number;
  /** What queries were answered with. */
  readonly answers: readonly string[];
  /** From the end of the outage until everybody was told “saved”. */
  readonly caughtUpAfterMs: number;
  readonly written: number;
  readonly lost: number;
  readonly diverged: number;
  readonly refused: number;
}

/** What left before the cut arrives within this time. */
const ON_ITS_WAY_MS = 500;
/** By then a server has noticed. */
const SOON_MS = 2_500;
const PROBE_EVERY_MS = 1_000;
/** Whoever is not caught up by then is not waited for. */
const PATIENCE_MS = 60_000;

/** People type while the server’s database cannot be written; when it can be again, everything is compared. */
export async function outage(options: OutageOptions): Promise<OutageReport> {
  const { fault, seconds } = options;
  const { board, seats, session } = await seedTable(fault.env, options.clients);
  const PORT = String(await freePort());
  const flags = options.control ? [`--${options.control}`] : [];
  const server = new StandbyServer({ ...fault.env, PORT }, flags);
  const { boardId } = board;
  const people: WatchedClient[] = [];
  let browser: WatchedBrowser | null = null;
  try {
    const url = await server.start();
    const { token } = board.moderator;
    for (const seat of seats) people.push(new WatchedClient({ url, boardId, token: seat.token }));
    if (options.browser) browser = await openWatchedBrowser(url, boardId, session);
    await Promise.all(people.map((person) => person.says("saved")));
    for (const person of people) person.startTyping();
    // Everybody is in the middle of it.
    await Promise.all(people.map((person) => person.hasAcknowledged(5)));
    await browser?.write("before");
    await browser?.says("saved");

    await fault.begin();
    const began = performance.now();
    const browserAdmitted = browser?.write("meanwhile").then(async () => {
      const wrote = performance.now();
      await browser!.says("unsaved", "offline");
      return Math.round(performance.now() - wrote);
    });
    const probes = await probe(url, token, boardId, began + seconds * 1_000);
    const ended = performance.now();
    for (const person of people) person.stopTyping();
    await fault.end();
    await within(PATIENCE_MS, Promise.all(people.map((person) => person.says("saved"))));
    const caughtUpAfterMs = Math.round(performance.now() - ended);
    await browser?.says("saved");

    const witness = await connectBoardClient({ url, boardId, token });
    const notes = notesOf(witness);
    const diverged = await disagreements([witness, ...people], { url, token, boardId });
    const admitted = people.map((person) => person.admittedAfter(began, ended));
    const meanwhile = (at: number) => at > began + ON_ITS_WAY_MS && at < ended;
    const browserLost = browser
      ? ["before", "meanwhile"].filter((mark) => ![...notes.values()].includes(mark))
      : [];
    witness.destroy();
    return {
      acknowledgedMeanwhile: sum(people, ({ acknowledgements }) => acknowledgements.filter(meanwhile).length),
      notSavedAfterMs: admitted.includes(null) ? null : Math.round(Math.max(...admitted.map(Number))),
      browserNotSavedAfterMs: (await browserAdmitted) ?? null,
      alive: server.ended === null,
      ...(await probes()),
      caughtUpAfterMs,
      written: sum(people, ({ written }) => written),
      lost: sum(people, (person) => person.missingIn(notes)) + browserLost.length,
      diverged,
      refused: sum(people, ({ refused }) => refused),
    };
  } finally {
    for (const person of people) person.destroy();
    await browser?.close();
    await server.end();
  }
}

const sum = <T>(list: readonly T[], of: (item: T) => number) =>
  list.reduce((total, item) => total + of(item), 0);

/** Asks every second how the server is, until the outage ends. */
async function probe(url: string, token: string, boardId: string, until: number) {
  const graphql = new GraphQLClient(url).withToken(token);
  const answers = new Set<string>();
  const began = performance.now();
  let unready = true;
  let slowestAnswerMs = 0;
  const asking: Promise<void>[] = [];
  const ask = async () => {
    const asked = performance.now();
    const { data, errors } = await graphql.send(`query ($id: ID!) { board(id: $id) { revision } }`, {
      id: boardId,
    });
    answers.add(errors[0]?.extensions.code ?? (data ? "DATA" : "NOTHING"));
    slowestAnswerMs = Math.max(slowestAnswerMs, Math.round(performance.now() - asked));
  };
  while (performance.now() < until) {
    asking.push(ask());
    const { status } = await fetch(`${url}/readyz`);
    if (performance.now() - began > SOON_MS) unready &&= status === 503;
    const left = Math.max(0, until - performance.now());
    await new Promise((resolve) => setTimeout(resolve, Math.min(PROBE_EVERY_MS, left)));
  }
  return async () => {
    // Those of the last seconds may be answered only now.
    await Promise.all(asking);
    return { unready, slowestAnswerMs, answers: [...answers].toSorted() };
  };
}

const within = <T>(ms: number, work: Promise<T>): Promise<T | void> =>
  Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, ms).unref())]);
