import {
  type BoardDefinition,
  boardKinds,
  editBoard,
  type Field,
  isItemRef,
  readBoard,
  tows,
} from "@tavolo/schema";
import towsExample from "@tavolo/schema/boards/tows/example.json" with { type: "json" };
import type { KindReport } from "@tavolo/server/exports/report/kind-report.ts";
import { boardTypeName, pageName } from "@tavolo/server/kinds/type-names.ts";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { askItem } from "../support/ask-item.ts";
import { openBoardClient } from "../support/board-client.ts";
import { eachDatabase } from "../support/databases.ts";
import { addFilledItem } from "../support/filled-item.ts";
import { layOutTows } from "../support/lay-out-examples.ts";
import { unpackDocx } from "../support/read-docx.ts";
import { renderDocx } from "../support/render-document.ts";
import { type SeededBoard, seedBoard } from "../support/seed-board.ts";
import { useTestServer } from "../support/start-test-server.ts";

const derived = [...boardKinds.values()].filter(({ kind }) => kind !== "swot");
/** Between them: scores, cards, money and hidden counts, links between items, decisions. */
const onPostgresql = ["tows", "gender_balance_sheet", "theory_of_change", "self_assessment"];
const languages = ["EN", "IT"] as const;
/** What a file never has of a focus group. */
const apart = ["speaker", "consent", "position"];

eachDatabase((database) => {
  const server = useTestServer(database);
  const kinds =
    database.name === "PGlite" ? derived : derived.filter(({ kind }) => onPostgresql.includes(kind));
  const as = ({ moderator }: SeededBoard) => server.graphql.withToken(moderator.token);

  /** A board with something in every field, some of it translated, and one item in the bin. */
  const filledBoard = async (definition: BoardDefinition) => {
    const board = await seedBoard(server.orm.em, definition.kind);
    const client = await openBoardClient({
      url: server.url,
      boardId: board.boardId,
      token: board.moderator.token,
    });
    const editor = editBoard(definition, client.doc, { origin: "test" });
    for (const [collection, { fields, title }] of Object.entries(definition.collections)) {
      const id = addFilledItem(definition, editor, collection);
      if (fields["sensitivity"]) editor.set(collection, id, { sensitivity: "PUBLIC" });
      if (title && fields["translations"]) {
        const text = `${collection} in English words`;
        editor.set(collection, id, { translations: { en: { text, status: "human" } } });
      }
      editor.remove(collection, addFilledItem(definition, editor, collection));
    }
    await client.saved();
    await server.engine.caughtUp(board.boardId);
    return { ...board, doc: client.doc };
  };

  const exported = async (board: SeededBoard, input: object) => {
    const { exportBoard } = await as(board).run<{ exportBoard: { content: string; filename: string } }>(
      `mutation ($input: ExportBoardInput!) { exportBoard(input: $input) { content filename } }`,
      { input: { boardId: board.boardId, ...input } },
    );
    return exportBoard;
  };
  const json = async (board: SeededBoard, language: string): Promise<KindReport> =>
    JSON.parse((await exported(board, { format: "JSON", language })).content);
  const rowsOf = async (board: SeededBoard, collection: string, language: string) => {
    const { content } = await exported(board, { format: "CSV", language, collection });
    return parse<Record<string, string>>(content, { bom: true, columns: true });
  };

  describe.each(kinds.map((definition) => [definition.kind, definition] as const))(
    "%s",
    (kind, definition) => {
      test.each(languages)("as JSON is what the API answers, asked in %s", async (language) => {
        const board = await filledBoard(definition);
        const report = await json(board, language);
        for (const collection of Object.keys(definition.collections)) {
          const { selection } = askItem(definition, collection, (field) =>
            asked(definition, field, language),
          );
          const page = pageName(kind, collection);
          const answer = await as(board).run<{ board: Record<string, { nodes: Record<string, unknown>[] }> }>(
            `query ($id: ID!) { board(id: $id) { id revision state display
             title(language: ${language}) sections { sectionKey name(language: ${language}) guidingQuestions(language: ${language}) }
             ... on ${boardTypeName(kind)} { page: ${page} { nodes {
               ${selection} sectionKey author { displayName stakeholderGroup } createdAt updatedAt revision
             } } } } }`,
            { id: board.boardId },
          );
          const { page: told, ...head } = answer.board;
          expect(report.board).toMatchObject(head);
          const nodes = (report.board[page] as { nodes: Record<string, unknown>[] }).nodes;
          expect(nodes.length).toBeGreaterThan(0);
          expect(nodes.map(({ suppressed: _suppressed, ...node }) => node)).toEqual(
            told!.nodes.map((node, index) => leavingOf(kind, node, nodes[index]!)),
          );
        }
      });

      test.each(languages)(
        "as CSV has a row for each item under heads of its own, in %s",
        async (language) => {
          const board = await filledBoard(definition);
          const content = readBoard(definition, board.doc) as unknown as Record<
            string,
            { removed: boolean }[]
          >;
          const report = await json(board, language);
          for (const { collection, columns } of report.collections) {
            const { content: text } = await exported(board, { format: "CSV", language, collection });
            const [head = []] = parse(text, { bom: true, to: 1 });
            expect(new Set(head).size).toBe(head.length);
            const rows = await rowsOf(board, collection, language);
            // What the filled items point to is on the board too, unclassed items of a focus group are not in a file.
            const standing = content[collection]!.filter(({ removed }) => !removed);
            expect(rows).toHaveLength(standing.length);
            for (const { column, field } of columns) {
              const heads = head.filter((name) => name === column || name.startsWith(`${column}_`));
              expect(heads, `${collection}.${field}`).not.toEqual([]);
              const { fields, decided = {} } = definition.collections[collection]!;
              const isHidden = rows.some(({ suppressed }) => suppressed?.split("; ").includes(column));
              // Nothing has been decided, and what was scored against is no factor of this board.
              const isEmpty = isHidden || field in decided || fields[field]?.kind === "scores";
              const hasValue = heads.some((name) => rows.some((row) => row[name] !== ""));
              expect(hasValue || isEmpty, `${collection}.${field}`).toBe(true);
            }
          }
          const [main] = report.collections;
          const whole = await exported(board, { format: "CSV", language });
          expect(whole.content).toBe(
            (await exported(board, { format: "CSV", language, collection: main!.collection })).content,
          );
        },
      );

      test.each(languages)(
        "as a Word document in %s holds every item once, in its reader’s language",
        async (language) => {
          const board = await filledBoard(definition);
          const report = await json(board, language);
          const { content } = await exported(board, { format: "DOCX", language });
          const document = unpackDocx(Buffer.from(content, "base64"))["word/document.xml"] ?? "";
          const paragraphs = paragraphsOf(document);
          for (const { collection, page, title } of report.collections) {
            if (title === null) continue;
            const english = `${collection} in English words`;
            const { nodes } = report.board[page] as { nodes: Record<string, unknown>[] };
            const written = nodes.map((node) => node[title]);
            for (const text of new Set([...(language === "EN" ? [english] : []), ...written])) {
              // Once for each item that says it, in the content or in the annex; cards have the number before it.
              const found = paragraphs.filter(
                (line) => line === text || line.endsWith(`\u2002${String(text)}`),
              );
              expect(found.length, String(text)).toBeGreaterThan(0);
            }
          }
          expect(document).toContain(report.export.contentSha256);
          expect(document).toContain(
            language === "EN" ? "Everything on the board" : "Tutto ciò che sta sulla lavagna",
          );
          const tables = document.match(/<w:tbl>.*?<\/w:tbl>/gsu) ?? [];
          expect(tables.filter((table) => !table.includes("<w:tblHeader/>"))).toHaveLength(1);
        },
      );
    },
  );

  test("the example’s confrontation has its strong pairs, and each factor its words in the document", async () => {
    const board = await seedBoard(server.orm.em, tows.kind);
    const client = await openBoardClient({
      url: server.url,
      boardId: board.boardId,
      token: board.moderator.token,
    });
    layOutTows(editBoard(tows, client.doc, { origin: "test" }));
    await client.saved();
    await server.engine.caughtUp(board.boardId);
    const report = await json(board, "IT");
    const strong = report.figures.find(({ id }) => id === "strongPairs");
    expect(strong?.title).toBe("Coppie forti");
    expect(strong?.rows[0]?.slice(1)).toEqual(["WT", 3, 0]);
    const { content } = await exported(board, { format: "DOCX", language: "IT" });
    const { lines, ink } = await renderDocx(Buffer.from(content, "base64"));
    for (const cluster of towsExample.strategies) {
      expect(lines.filter((line) => line.trim() === cluster.text.it)).toHaveLength(1);
      expect(lines.filter((line) => line.trim() === cluster.text.en)).toHaveLength(1);
    }
    for (const page of ink) expect(page).toBeGreaterThan(0.003);
  }, 180_000);

  test("a table of what a board does not have is refused by name", async () => {
    const board = await seedBoard(server.orm.em, "tows");
    const { errors } = await as(board).send(
      `mutation ($input: ExportBoardInput!) { exportBoard(input: $input) { filename } }`,
      { input: { boardId: board.boardId, format: "CSV", collection: "notes" } },
    );
    expect(errors[0]?.extensions.code).toBe("INVALID_VALUE");
  });
});

/** What the report tells of an object beside what is compared elsewhere. */
const asked = (definition: BoardDefinition, field: Field, language: string): string | null => {
  if (field.kind === "provision" || field.kind === "provisions") {
    return `{ id citation(language: ${language}) title(language: ${language}) }`;
  }
  if (!isItemRef(field)) return null;
  const title = definition.collections[field.collection]?.title ?? "";
  return `{ id ${title} }`;
};

/** What the API answers of an item, without what a file does not tell of it. */
const leavingOf = (
  kind: string,
  { removed: _removed, ...node }: Record<string, unknown>,
  told: Record<string, unknown>,
): Record<string, unknown> => {
  if (kind === "focus_group") {
    const left = Object.entries(node).filter(([name]) => !apart.includes(name));
    return { ...Object.fromEntries(left), author: { displayName: null, stakeholderGroup: null } };
  }
  const hidden = (told["suppressed"] as string[] | undefined) ?? [];
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [
      name,
      hidden.includes(name) ? (Array.isArray(value) ? [] : null) : value,
    ]),
  );
};

const paragraphsOf = (document: string): string[] =>
  (document.match(/<w:p[ >].*?<\/w:p>/gsu) ?? []).map((paragraph) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join(""),
  );
