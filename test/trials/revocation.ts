import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import type { GraphQLClient } from "../support/graphql-client.ts";
import type { SignedIn, Table } from "../support/sign-in.ts";
import { joinWorkshop } from "../support/sign-in.ts";
import type { TestServer } from "../support/start-test-server.ts";
import { openHostileWriter } from "./hostile-writer.ts";

export const doors = ["sync", "graphql"] as const;
export const causes = ["role", "removal", "signOut", "token", "invite"] as const;
type Door = (typeof doors)[number];
type Cause = (typeof causes)[number];

/** What one trial found. */
export interface Trial {
  readonly door: Door;
  readonly cause: Cause;
  /** From the request that ends the right until its holder’s open socket says so; null when it never did. */
  readonly ms: number | null;
  /** Edits sent after that request was answered which stand on the board all the same. */
  readonly laterWrites: number;
}

export interface RevocationReport {
  readonly trials: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly laterWrites: number;
  /** Trials in which the holder heard nothing. */
  readonly unheard: number;
  readonly by: Readonly<Record<string, { trials: number; p50: number; max: number }>>;
}

/** Somebody whose right a trial ends, and how to end it. */
interface Holder {
  readonly credentials: { cookie?: string; token?: string };
  readonly graphql: GraphQLClient;
  end(): Promise<unknown>;
}

type Place = Pick<TestServer, "url" | "graphql" | "orm">;

/** Whoever has heard nothing after this long is not told any more: five times what is promised. */
const PATIENCE_MS = 5_000;

export interface TrialOptions {
  readonly trials: number;
  /** Ends nobody’s right: the control, in which everything must be found that otherwise must not be. */
  readonly spare?: boolean;
}

/** How many edits the holder sends after the right has ended, each by another way. */
const LATE_EDITS = 3;

/**
 * Ends rights of people and programs who have a board open and are idle, one after another, by each cause and at
 * both doors; then lets them write on. Answers how long it took to be heard and what was written all the same.
 */
export const runTrials = async (
  server: Place,
  table: Table,
  { trials, spare = false }: TrialOptions,
): Promise<RevocationReport> => {
  const done: Trial[] = [];
  for (let number = 0; number < trials; number += 1) {
    const door = doors[number % doors.length]!;
    const cause = causes[Math.floor(number / doors.length) % causes.length]!;
    done.push(await runTrial(server, table, { door, cause, spare, mark: `late ${number} ` }));
  }
  return reportOf(done);
};

const runTrial = async (
  server: Place,
  table: Table,
  { door, cause, spare, mark }: { door: Door; cause: Cause; spare: boolean; mark: string },
): Promise<Trial> => {
  const holder = await seat(server, table, cause);
  const open =
    door === "sync" ? await openSync(server, table, holder) : await openGraphql(server, table, holder);
  const sent = performance.now();
  const heard = heardWithin(open.heard.then(() => performance.now() - sent));
  if (!spare) await holder.end();
  // The right has ended: nothing that is sent from here on may be written.
  for (let edit = 0; edit < LATE_EDITS; edit += 1) open.write(`${mark}${edit}`);
  const overHttp = holder.graphql.send(addNote, noteOf(table, `${mark}over HTTP`));
  const ms = await heard;
  open.write(`${mark}after it was heard`);
  await overHttp;
  await open.settled();
  open.close();
  // Behind all that was let in before it: once this one is on the board, so is whatever else was written.
  await table.moderator.graphql.run(addNote, noteOf(table, "In order"));
  const [written] = await server.orm.em
    .fork()
    .execute<{ count: number }[]>(
      "select count(*)::int as count from board_item where board = ? and content->>'text' like ?",
      [table.boardId, `${mark}%`],
    );
  return { door, cause, ms, laterWrites: written!.count };
};

const addNote = `mutation ($input: AddNoteInput!) { addNote(input: $input) { revision } }`;
const noteOf = ({ boardId }: Table, text: string) => ({ input: { boardId, section: "STRENGTHS", text } });

const heardWithin = async (heard: Promise<number>): Promise<number | null> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), PATIENCE_MS)));
  return Promise.race([heard, tooLate]).finally(() => clearTimeout(timer));
};

/** Gives somebody the right that the trial ends, with a moderator who can. */
const seat = async (server: Place, { moderator, ...table }: Table, cause: Cause): Promise<Holder> => {
  const run = (mutation: string, type: string, fields: string, input: object) =>
    moderator.graphql.run<{ done: { id: string; [field: string]: unknown } }>(
      `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { ${fields} } }`,
      { input },
    );
  if (cause === "token") {
    const { done } = await run("createApiToken", "CreateApiTokenInput", "token apiToken { id }", {
      projectId: table.projectId,
      name: "Script",
    });
    const { token, apiToken } = done as unknown as { token: string; apiToken: { id: string } };
    return {
      credentials: { token },
      graphql: server.graphql.withToken(token),
      end: () => run("revokeApiToken", "RevokeApiTokenInput", "apiToken { id }", { id: apiToken.id }),
    };
  }
  if (cause === "invite") {
    const { done } = await run("createInvite", "CreateInviteInput", "invite { id code }", {
      workshopId: table.workshopId,
    });
    const { invite } = done as unknown as { invite: { id: string; code: string } };
    const guest = await joinWorkshop(server as TestServer, {
      code: invite.code,
      displayName: "Guest",
      stakeholderGroup: "CSO",
    });
    const input = { id: invite.id, withSeats: true };
    return holderOf(guest, () => run("revokeInvite", "RevokeInviteInput", "invite { id }", input));
  }
  const guest = await table.join({ displayName: "Guest" });
  const { participantId } = guest;
  const ends: Record<Exclude<Cause, "token" | "invite">, () => Promise<unknown>> = {
    role: () =>
      run("setParticipantRole", "SetParticipantRoleInput", "participant { id }", {
        participantId,
        role: "OBSERVER",
      }),
    removal: () =>
      run("removeParticipant", "RemoveParticipantInput", "participant { id }", { participantId }),
    signOut: () => guest.graphql.run("mutation { signOut { signedOut } }"),
  };
  return holderOf(guest, ends[cause]);
};

const holderOf = ({ cookie, graphql }: SignedIn, end: () => Promise<unknown>): Holder => ({
  credentials: { cookie },
  graphql,
  end,
});

/** An open socket with somebody who was able to write on it. */
interface Open {
  /** Settles when the server has said that the right has ended or become less. */
  heard: Promise<unknown>;
  write(text: string): void;
  /** Settles when the server has answered what was written, or the socket is gone. */
  settled(): Promise<unknown>;
  close(): void;
}

const openSync = async ({ url }: Place, { boardId }: Table, { credentials }: Holder): Promise<Open> => {
  const writer = await openHostileWriter(url, boardId, credentials);
  writer.write("While the right is good");
  await writer.untilSaved(1);
  return {
    heard: writer.told(
      (message) => message.type === "refused" || (message.type === "access" && message.scope === "read"),
    ),
    write: (text) => writer.write(text),
    settled: () => writer.answered(),
    close: () => writer.close(),
  };
};

const openGraphql = async (
  { url }: Place,
  table: Table,
  { credentials: { cookie, token } }: Holder,
): Promise<Open> => {
  class Socket extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, cookie ? { headers: { cookie, origin: url } } : {});
    }
  }
  const client = createClient({
    url: `${url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: Socket,
    retryAttempts: 0,
    connectionParams: token ? { authorization: `Bearer ${token}` } : undefined,
  });
  const begun = Promise.withResolvers<void>();
  const heard = Promise.withResolvers<void>();
  client.subscribe<{ boardViewer: { canWrite: boolean } }>(
    {
      query: `subscription ($boardId: ID!) { boardViewer(boardId: $boardId) { canWrite } }`,
      variables: { boardId: table.boardId },
    },
    {
      next: ({ data }) => (data?.boardViewer.canWrite ? begun.resolve() : heard.resolve()),
      error: () => heard.resolve(),
      complete: () => heard.resolve(),
    },
  );
  await begun.promise;
  const writes: Promise<unknown>[] = [];
  return {
    heard: heard.promise,
    write: (text) =>
      void writes.push(
        new Promise<void>((resolve) => {
          client.subscribe(
            { query: addNote, variables: noteOf(table, text) },
            { next: () => {}, error: () => resolve(), complete: () => resolve() },
          );
        }),
      ),
    settled: () => Promise.all(writes),
    close: () => void client.dispose(),
  };
};

const reportOf = (trials: readonly Trial[]): RevocationReport => {
  const times = (chosen: readonly Trial[]) => chosen.flatMap(({ ms }) => ms ?? []).toSorted((a, b) => a - b);
  const at = (sorted: readonly number[], share: number) =>
    Math.round((sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN) * 10) / 10;
  const all = times(trials);
  const by: Record<string, { trials: number; p50: number; max: number }> = {};
  for (const door of doors) {
    for (const cause of causes) {
      const chosen = trials.filter((trial) => trial.door === door && trial.cause === cause);
      const sorted = times(chosen);
      by[`${door} ${cause}`] = { trials: chosen.length, p50: at(sorted, 0.5), max: at(sorted, 1) };
    }
  }
  return {
    trials: trials.length,
    p50: at(all, 0.5),
    p99: at(all, 0.99),
    max: at(all, 1),
    laterWrites: trials.reduce((sum, { laterWrites }) => sum + laterWrites, 0),
    unheard: trials.filter(({ ms }) => ms === null).length,
    by,
  };
};
