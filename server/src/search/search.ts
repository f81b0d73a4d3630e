import { swot } from "@tavolo/schema";
import type { EntityName } from "@mikro-orm/core";
import { toBoard } from "../kinds/kind-types.ts";
import { BoardSchema } from "../boards/board.entity.ts";
import { Cluster } from "../clusters/cluster.graphql.ts";
import { invalidValue, textTooLong } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { allOf, anyOf, isOneOf, type Sql, sql } from "../graphql/sql.ts";
import { Note } from "../notes/note.graphql.ts";
import { insistSomeone } from "../participants/insist.ts";
import { ownScope, ownSeats } from "../participants/own-seats.ts";
import { ProjectSchema } from "../projects/project.entity.ts";
import { Project } from "../projects/project.graphql.ts";
import { BoardItemSchema } from "../sync/projection/board-item.entity.ts";
import { WorkshopSchema } from "../workshops/workshop.entity.ts";
import { Workshop } from "../workshops/workshop.graphql.ts";
import { LONGEST_SEARCH, searchWords } from "./search-words.ts";
import type { SearchResult } from "./search.graphql.ts";

/** Of each kind: what fits on a screen without scrolling far. */
export const defaultSearchSize = 10;
/** Whoever wants more looks for more words. */
export const maximumSearchSize = 50;

/** Looks for words in everything that the viewer may read; what lies in the archive is left out. */
export const search = async (context: GraphQLContext, text: string, first: number): Promise<SearchResult> => {
  insistSomeone(context.viewer);
  if (first < 1 || first > maximumSearchSize) {
    throw invalidValue("first", `A search returns 1 to ${maximumSearchSize} of each kind.`);
  }
  if (text.trim().length > LONGEST_SEARCH) throw textTooLong("text", LONGEST_SEARCH);
  const words = searchWords(text);
  if (!words) return { projects: [], workshops: [], boards: [], notes: [], clusters: [] };

  const { projects, workshops } = await ownScope(context);
  const seatedIn = [...new Set((await ownSeats(context)).map(({ project }) => project))];
  const says = (document: string): Sql =>
    sql`${{ text: document, values: [] }} @@ to_tsquery('simple', ${words})`;
  const inUse = sql`found.archived_at is null`;
  const items = (collection: string) =>
    findRows(context, BoardItemSchema, {
      from: "board_item found join board on board.id = found.board",
      where: [
        sql`found.words @@ cast(${words} as tsquery)`,
        sql`board.kind = ${swot.kind} and found.collection = ${collection} and not found.removed and board.archived_at is null`,
        anyOf([isOneOf("board.project", projects), isOneOf("board.workshop", workshops)]),
      ],
      order: "found.updated_at desc, found.id",
      first,
    });

  // One after the other: they share the request’s one connection on the embedded database.
  const foundProjects = await findRows(context, ProjectSchema, {
    from: "project found",
    where: [
      says(
        `(words_of_title(found.name) || words_of_title(coalesce(found.description, '{}'))
            || words_of_title(jsonb_build_object('city', coalesce(found.city, ''))))`,
      ),
      isOneOf("found.id", seatedIn),
      inUse,
    ],
    order: "found.id desc",
    first,
  });
  const foundWorkshops = await findRows(context, WorkshopSchema, {
    from: "workshop found",
    where: [
      says("(words_of_title(found.title) || words_of_title(coalesce(found.place, '{}')))"),
      anyOf([isOneOf("found.project", projects), isOneOf("found.id", workshops)]),
      inUse,
    ],
    order: "found.id desc",
    first,
  });
  const boards = await findRows(context, BoardSchema, {
    from: "board found left join analysed_object object on object.id = found.analysed_object",
    where: [
      says("(words_of_title(found.title) || words_of_title(coalesce(object.name, '{}')))"),
      anyOf([isOneOf("found.project", projects), isOneOf("found.workshop", workshops)]),
      inUse,
    ],
    order: "found.id desc",
    first,
  });
  return {
    projects: foundProjects.map((row) => new Project(row)),
    workshops: foundWorkshops.map((row) => new Workshop(row)),
    boards: boards.map((row) => toBoard(row)),
    notes: (await items("notes")).map((row) => new Note(row)),
    clusters: (await items("clusters")).map((row) => new Cluster(row)),
  };
};

interface Finding {
  readonly from: string;
  readonly where: readonly Sql[];
  readonly order: string;
  readonly first: number;
}

const findRows = async <Row extends object>(
  { em }: GraphQLContext,
  entity: EntityName<Row>,
  { from, where, order, first }: Finding,
): Promise<Row[]> => {
  const { text, values } = allOf(where);
  const rows = await em.execute<object[]>(
    `select found.* from ${from} where ${text} order by ${order} limit ?`,
    [...values, first],
  );
  return rows.map((row) => em.map(entity, row as never));
};
