import { documentName, newId } from "@tavolo/schema";
import type { BenchDatabase, SeatedRoom } from "./database/bench-database.ts";
import type { BenchOptions } from "./options.ts";
import { medians } from "./report/medians.ts";
import type { Figures, Scenario } from "./scenarios/scenario.ts";
import { MEASURED_SERVERS, type MeasuredServer } from "./servers/measured-servers.ts";

/** A server’s medians in one scenario, and what they are the medians of. */
export interface Result {
  readonly scenario: string;
  readonly server: MeasuredServer["name"];
  readonly median: Figures;
  readonly runs: readonly Figures[];
}

/**
 * Measures every scenario at every server, alternating: A B C D, A B C D, …, so that whatever else changes on the
 * machine meets all of them. Each measurement has a process of its own.
 */
export async function measureAll(
  { scenarios, servers, seconds, repeats, profile }: BenchOptions,
  database: BenchDatabase,
  tell: (line: string) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  const own = MEASURED_SERVERS.find(({ name }) => name === "tavolo")!;
  for (const scenario of scenarios) {
    const suited = servers.filter((server) => scenario.suits(server));
    const runs = new Map(suited.map((server) => [server, [] as Figures[]]));
    for (let repeat = 0; repeat < repeats; repeat++) {
      for (const server of suited) {
        tell(`${scenario.name}, ${server.label}, ${repeat + 1} of ${repeats}`);
        runs.get(server)!.push(await measure(scenario, server, database, { seconds, profile: null }));
      }
    }
    if (profile) {
      // A run of its own: looking on takes time too.
      tell(`${scenario.name}, profile of ${own.label}`);
      const file = scenarios.length > 1 ? `${profile}-${scenario.name}` : profile;
      await measure(scenario, own, database, { seconds, profile: file });
    }
    for (const [{ name }, figures] of runs)
      results.push({ scenario: scenario.name, server: name, median: medians(figures), runs: figures });
  }
  return results;
}

async function measure(
  scenario: Scenario,
  server: MeasuredServer,
  database: BenchDatabase,
  given: { seconds: number; profile: string | null },
): Promise<Figures> {
  const { boards, people } = scenario;
  const rooms = server.makesBoards ? await database.seat(boards, people) : openRooms(boards, people);
  const process = await server.start(database.env);
  try {
    return await scenario.measure({ server, process, rooms, ...given });
  } finally {
    await process.stop();
  }
}

/** Rooms that anybody may enter, under names of the same length. */
const openRooms = (boards: number, people: number): SeatedRoom[] =>
  Array.from({ length: boards }, () => ({
    room: documentName(newId(), 1),
    tokens: Array.from({ length: people }, () => ""),
  }));
