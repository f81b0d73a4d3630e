import { boardKinds, editBoard, type TemplateContent, withTemplate } from "@tavolo/schema";
import { buildReport } from "@tavolo/server/exports/report/build-report.ts";
import { checkBoard } from "@tavolo/server/sync/check/check-board.ts";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openBoardClient } from "../support/board-client.ts";
import { eachDatabase } from "../support/databases.ts";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { setTable, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

interface Text {
  language: string;
  text: string;
}
interface Template {
  id: string;
  version: number;
  name: string;
  names: Text[];
  baseTemplateId: string | null;
  archivedAt: string | null;
  content: {
    sections: { key: string; names: Text[]; guidingQuestions: { texts: Text[] }[] }[];
    columns: { collection: string; field: string; labels: Text[]; shown: boolean }[];
  };
}
const TEMPLATE = `{ id version name names { language text } baseTemplateId archivedAt content {
  sections { key names { language text } guidingQuestions { texts { language text } } }
  columns { collection field labels { language text } shown } } }`;

const english = (text: string): Text[] => [{ language: "EN", text }];
const section = (key: string, name: string, ...questions: string[]) => ({
  key,
  names: english(name),
  guidingQuestions: questions.map((question) => ({ texts: english(question) })),
});

/** The sections of a board of recommendations in a group’s own words: one is new, three are left out. */
const REWORDED = {
  sections: [
    section("problem", "What hurts", "Whom does it hurt most?"),
    section("courage", "What takes courage", "Who has to jump first?"),
    section("recommendation", "What we ask"),
  ],
  columns: [
    { collection: "cards", field: "impact", labels: english("How far does it reach?"), shown: true },
    { collection: "cards", field: "dissent", labels: [], shown: false },
  ],
};
const STORED: TemplateContent = {
  sections: REWORDED.sections.map(({ key, names, guidingQuestions }) => ({
    key,
    name: { en: names[0]!.text },
    guidingQuestions: guidingQuestions.map(({ texts }) => ({ en: texts[0]!.text })),
  })),
  columns: [],
};

eachDatabase((database) => {
  const server = useTestServer(database);
  let administrator: Awaited<ReturnType<typeof signInAdministrator>>;
  let table: Table;
  let graphql: GraphQLClient;
  beforeAll(async () => {
    administrator = await signInAdministrator(server);
  });
  beforeEach(async () => {
    table = await setTable(server, { moderator: administrator });
    graphql = table.moderator.graphql;
  });

  const change = async (
    mutation: string,
    input: object,
    type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`,
  ) =>
    (
      await graphql.run<{ made: { template: Template } }>(
        `mutation ($input: ${type}!) { made: ${mutation}(input: $input) { template ${TEMPLATE} } }`,
        { input },
      )
    ).made.template;
  const refusal = async (mutation: string, input: object, selection = "{ template { id } }") => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const { errors } = await graphql.send(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) ${selection} }`,
      { input },
    );
    return errors[0]?.extensions;
  };
  const clone = (templateId = "policy-recommendations-board", name = "Our recommendations") =>
    change("cloneTemplate", { projectId: table.projectId, templateId, name });
  const reword = ({ id, version }: Template, content: object = REWORDED) =>
    change("updateTemplate", { id, expectedVersion: version, content });
  const listed = async (archived = false) =>
    (
      await graphql.run<{ project: { templates: Template[] } }>(
        `query ($id: ID!, $archived: Boolean!) { project(id: $id) { templates(archived: $archived) ${TEMPLATE} } }`,
        { id: table.projectId, archived },
      )
    ).project.templates;
  const layOut = async (templateId: string) =>
    (
      await graphql.run<{ createBoard: { board: { id: string } } }>(
        `mutation ($input: CreateBoardInput!) { createBoard(input: $input) { board { id } } }`,
        { input: { workshopId: table.workshopId, templateId, title: "Ours" } },
      )
    ).createBoard.board.id;
  const shown = async (id: string) =>
    (
      await graphql.run<{ board: Record<string, unknown> }>(
        `query ($id: ID!) { board(id: $id) {
           template { id name version } sections { sectionKey name guidingQuestions itemCount }
           templateContent { sections { key } columns { field shown } }
           ... on RecommendationsBoard { cards { nodes { text section sectionKey } } } } }`,
        { id },
      )
    ).board;

  describe("an own template", () => {
    test("begins as the shipped one, and is listed before those", async () => {
      const before = await listed();
      const own = await clone();
      expect(own).toMatchObject({
        version: 1,
        name: "Our recommendations",
        baseTemplateId: "policy-recommendations-board",
        archivedAt: null,
      });
      const shipped = before.find(({ id }) => id === "policy-recommendations-board");
      expect(own.content).toEqual(shipped?.content);
      expect(own.content.sections[0]?.names.map(({ language }) => language)).toContain("IT");
      expect((await listed()).map(({ id }) => id)).toEqual([own.id, ...before.map(({ id }) => id)]);
    });

    test("is worded anew, and can be copied in these words", async () => {
      const own = await clone();
      const reworded = await change("updateTemplate", {
        id: own.id,
        expectedVersion: 1,
        names: [...english("What we ask for"), { language: "IT", text: "Che cosa chiediamo" }],
        content: REWORDED,
      });
      expect(reworded).toMatchObject({ version: 2, content: REWORDED });
      expect(reworded.names).toHaveLength(2);
      const copy = await clone(own.id, "A copy");
      expect(copy).toMatchObject({
        version: 1,
        content: REWORDED,
        baseTemplateId: "policy-recommendations-board",
      });
    });

    test("is not changed by whoever has read an earlier version", async () => {
      const own = await clone();
      await reword(own);
      const late = { id: own.id, expectedVersion: 1, names: english("Too late") };
      expect(await refusal("updateTemplate", late)).toMatchObject({ code: "TEMPLATE_CHANGED", version: 2 });
      expect((await listed())[0]).toMatchObject({ version: 2, name: "Our recommendations" });
    });

    test.each([
      [
        "a section that its rules ask for",
        { ...REWORDED, sections: [section("problem", "Alone")] },
        "INVALID_VALUE",
      ],
      [
        "a section without a name",
        { ...REWORDED, sections: [section("recommendation", " ")] },
        "INVALID_VALUE",
      ],
      [
        "a key twice",
        { ...REWORDED, sections: [section("recommendation", "One"), section("recommendation", "Two")] },
        "INVALID_VALUE",
      ],
      [
        "a key that would leave a statement",
        { ...REWORDED, sections: [section("x'y", "One")] },
        "INVALID_VALUE",
      ],
      [
        "what has to be filled, out of sight",
        { ...REWORDED, columns: [{ collection: "cards", field: "text", shown: false }] },
        "INVALID_VALUE",
      ],
      [
        "a column that no card has",
        { ...REWORDED, columns: [{ collection: "cards", field: "votes", shown: true }] },
        "UNKNOWN_FIELD",
      ],
    ])("is refused: %s", async (_what, content, code) => {
      const own = await clone();
      const input = { id: own.id, expectedVersion: 1, content };
      expect((await refusal("updateTemplate", input))?.code).toBe(code);
      expect((await listed())[0]?.version).toBe(1);
    });

    test("keeps the sections that are the method", async () => {
      const own = await clone("civic-space-swot", "Our SWOT");
      const input = { id: own.id, expectedVersion: 1, content: { sections: [section("S", "Alone")] } };
      expect(await refusal("updateTemplate", input)).toMatchObject({
        code: "INVALID_VALUE",
        field: "sections",
      });
    });

    test("goes into the archive and back; no board is made of it there", async () => {
      const own = await clone();
      const archived = await change("archiveTemplate", { id: own.id }, "TemplateArchiveInput");
      expect(archived.archivedAt).not.toBeNull();
      expect((await listed()).map(({ id }) => id)).not.toContain(own.id);
      expect((await listed(true)).map(({ id }) => id)).toEqual([own.id]);
      const board = { workshopId: table.workshopId, templateId: own.id, title: "Ours" };
      expect((await refusal("createBoard", board, "{ board { id } }"))?.code).toBe("UNKNOWN_REFERENCE");
      await change("restoreTemplate", { id: own.id }, "TemplateArchiveInput");
      expect(await layOut(own.id)).toBeTruthy();
    });

    test("is of its project alone", async () => {
      const own = await clone();
      const elsewhere = await setTable(server, { moderator: administrator });
      const board = { workshopId: elsewhere.workshopId, templateId: own.id, title: "Ours" };
      expect((await refusal("createBoard", board, "{ board { id } }"))?.code).toBe("UNKNOWN_REFERENCE");
      const copy = { projectId: elsewhere.projectId, templateId: own.id, name: "Theirs" };
      expect((await refusal("cloneTemplate", copy))?.code).toBe("UNKNOWN_REFERENCE");
    });
  });

  describe("a board of an own template", () => {
    const definition = withTemplate(boardKinds.get("recommendations")!, STORED);
    const open = (boardId: string) =>
      openBoardClient({ url: server.url, boardId, cookie: table.moderator.cookie });

    test("has its sections and words, and keeps them when the template changes", async () => {
      const own = await reword(await clone());
      const boardId = await layOut(own.id);
      await reword(own, { sections: [section("recommendation", "Something else")], columns: [] });
      expect(await shown(boardId)).toMatchObject({
        template: { id: own.id, version: 3 },
        sections: [
          { sectionKey: "problem", name: "What hurts", guidingQuestions: ["Whom does it hurt most?"] },
          { sectionKey: "courage", name: "What takes courage" },
          { sectionKey: "recommendation", name: "What we ask" },
        ],
        templateContent: {
          sections: [{ key: "problem" }, { key: "courage" }, { key: "recommendation" }],
          columns: [
            { field: "impact", shown: true },
            { field: "dissent", shown: false },
          ],
        },
      });
    });

    test("takes what stands in its own sections, in their order, and refuses others", async () => {
      const boardId = await layOut((await reword(await clone())).id);
      const client = await open(boardId);
      const editor = editBoard(definition, client.doc, { origin: "test" });
      editor.add("cards", { section: "recommendation", text: "A long lease" });
      editor.add("cards", { section: "courage", text: "Say it in the council" });
      await client.saved();
      await server.engine.caughtUp(boardId);
      expect(await shown(boardId)).toMatchObject({
        sections: [{ itemCount: 0 }, { itemCount: 1 }, { itemCount: 1 }],
        cards: { nodes: [{ section: "courage", sectionKey: "courage" }, { section: "recommendation" }] },
      });

      const actor = {
        participantId: table.moderator.participantId,
        role: "moderator",
        kind: "human",
      } as const;
      const add = (key: string) =>
        server.engine.edit({
          boardId,
          actor,
          apply: (strict) => strict.add("cards", { section: key, text: "One more" }),
        });
      await expect(add("options")).rejects.toMatchObject({ code: "UNKNOWN_SECTION" });
      await add("courage");
    });

    test("stays so over a compaction, a check and a copy", async () => {
      const boardId = await layOut((await reword(await clone())).id);
      const client = await open(boardId);
      editBoard(definition, client.doc, { origin: "test" }).add("cards", {
        section: "courage",
        text: "Say it",
      });
      await client.saved();
      await server.engine.caughtUp(boardId);
      await server.engine.compact(boardId);
      expect(await checkBoard(server.orm.em, boardId)).toMatchObject({ items: 1, differences: [] });
      const { duplicateBoard } = await graphql.run<{ duplicateBoard: { board: { id: string } } }>(
        `mutation ($input: DuplicateBoardInput!) { duplicateBoard(input: $input) { board { id } } }`,
        { input: { boardId, title: "Copy", content: true } },
      );
      expect(await shown(duplicateBoard.board.id)).toMatchObject({
        sections: [{ name: "What hurts" }, { name: "What takes courage", itemCount: 1 }, {}],
        cards: { nodes: [{ section: "courage", text: "Say it" }] },
      });
    });

    test("is taken away in its own words", async () => {
      const own = await clone("civic-space-swot", "Our SWOT");
      const sections = own.content.sections.map(({ key }) => section(key, `Ours: ${key}`, "What is there?"));
      const boardId = await layOut((await reword(own, { sections })).id);
      const report = await server.orm.em
        .fork()
        .transactional((em) => buildReport(em, { boardId, language: "en", now: new Date() }));
      expect(report.board.template.name).toBe("Our SWOT");
      expect(report.board.sections[0]).toMatchObject({
        name: "Ours: S",
        guidingQuestions: ["What is there?"],
      });
    });
  });
});
