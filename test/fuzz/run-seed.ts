import { GraphQLClient } from "../support/graphql-client.ts";
import { seedBoard, type Seat } from "../support/seed-board.ts";
import { chance } from "./chance.ts";
import { differences, isSameDocument, journalled, projectionFaults, schemaViolations } from "./compare.ts";
import { Participant } from "./participant.ts";
import type { UnsteadyServer } from "./unsteady-server.ts";

export interface SeedOptions {
  readonly seed: number;
  readonly clients: number;
  /** Of all clients together. */
  readonly operations: number;
}

export interface SeedReport {
  readonly seed: number;
  readonly operations: number;
  readonly restarts: number;
  readonly seconds: number;
  /** Honest participants’ edits that the server refused. */
  readonly refusals: readonly string[];
  /** Differences between journal, projection, events and copies, and what no board has a place for. */
  readonly faults: readonly string[];
}

/** Copies that are not the same by then never will be. */
const CONVERGED_WITHIN_MS = 15_000;

const SET_ROLE = `mutation ($id: ID!, $role: Role!) {
  setParticipantRole(input: { participantId: $id, role: $role }) { participant { id } }
}`;

/** Lets people edit one board in a random order with random misfortunes, and compares what all hold at the end. */
export async function runSeed(
  server: UnsteadyServer,
  { seed, clients, operations }: SeedOptions,
): Promise<SeedReport> {
  const started = performance.now();
  const dice = chance(seed);
  const { url } = server.now;
  const board = await seedBoard(server.now.orm.em);
  const { boardId } = board;
  const sitDown = (seat: Seat) => Participant.sitDown({ url, boardId, token: seat.token }, dice);
  const seats = await Promise.all(
    Array.from({ length: clients }, (_, index) => board.seat("contributor", `P${index}`)),
  );
  const people = await Promise.all(seats.map(sitDown));
  let restarts = 0;

  const moderate = (seat: Seat, role: string) =>
    new GraphQLClient(url).withToken(board.moderator.token).run(SET_ROLE, { id: seat.participantId, role });

  const misfortune = async (index: number): Promise<void> => {
    const person = people[index]!;
    const kind = dice.below(100);
    if (kind < 40) return person.toggleNetwork();
    if (kind < 65) return person.repeat();
    if (kind < 85) return person.restart();
    if (kind < 95) {
      // A role that changes under somebody’s hands refuses rightly; here they have put the pen down.
      await person.settle();
      const [down, up] = [person.told(isAccess("read")), person.told(isAccess("write"))];
      await moderate(seats[index]!, "OBSERVER");
      await down;
      await moderate(seats[index]!, "CONTRIBUTOR");
      return up;
    }
    restarts += 1;
    await server.restart();
  };

  for (let step = 0; step < operations; step++) {
    people[dice.below(clients)]!.operate();
    if (dice.in100(20)) await turn();
    if (dice.in100(2)) await misfortune(dice.below(clients));
  }

  await Promise.all(people.map((person) => person.settle()));
  const { engine, orm } = server.now;
  await engine.caughtUp(boardId);
  const truth = await journalled(orm.em, boardId);
  await Promise.race([
    Promise.all(people.map((person) => person.until(() => isSameDocument(person.doc, truth)))),
    new Promise((resolve) => setTimeout(resolve, CONVERGED_WITHIN_MS).unref()),
  ]);
  const faults = [
    ...people.flatMap(({ unsettled }, index) => unsettled.map((what) => `P${index} waits: ${what}`)),
    ...people.flatMap((person, index) => differences(`P${index}`, person.doc, truth)),
    ...(await projectionFaults(orm.em, boardId, truth)),
    ...[truth, ...people.map(({ doc }) => doc)].flatMap(schemaViolations),
  ];
  for (const person of people) person.leave();
  return {
    seed,
    operations,
    restarts,
    seconds: Math.round((performance.now() - started) / 100) / 10,
    refusals: people.flatMap(({ refusals }) => refusals),
    faults,
  };
}

/** On a new socket the welcome says what may be done. */
const isAccess = (scope: "read" | "write") => (message: { type: string; scope?: string }) =>
  ["access", "welcome"].includes(message.type) && message.scope === scope;

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
