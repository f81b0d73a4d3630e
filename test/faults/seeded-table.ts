import { newId } from "@tavolo/schema";
import { loadConfig } from "@tavolo/server/config.ts";
import { openDatabase } from "@tavolo/server/database/open-database.ts";
import { ParticipantSchema } from "@tavolo/server/participants/participant.entity.ts";
import { PersonSchema } from "@tavolo/server/people/person.entity.ts";
import { startSession } from "@tavolo/server/people/start-session.ts";
import { type SeededBoard, type Seat, seedBoard } from "../support/seed-board.ts";

/** A board, people at it with tokens, and one with a browser’s session. */
export interface SeededTable {
  readonly board: SeededBoard;
  readonly seats: readonly Seat[];
  readonly session: string;
}

/** Sets a table in a database that no server has open. */
export async function seedTable(env: Readonly<Record<string, string>>, people: number): Promise<SeededTable> {
  const { orm, close } = await openDatabase(loadConfig(env));
  try {
    const em = orm.em.fork();
    const board = await seedBoard(em);
    const seats: Seat[] = [];
    for (let index = 0; index < people; index += 1)
      seats.push(await board.seat("contributor", `Writer ${index}`));
    const person = newId();
    await em.insert(PersonSchema, { id: person, displayName: "Heron" });
    await em.insert(ParticipantSchema, {
      id: newId(),
      project: board.projectId,
      workshop: board.workshopId,
      person,
      kind: "human",
      role: "contributor",
      displayName: "Heron",
      language: "en",
    });
    const { token } = await startSession(em, { personId: person });
    return { board, seats, session: token };
  } finally {
    await close();
  }
}
