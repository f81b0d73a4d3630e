import { createHash } from "node:crypto";
import { loadDemo } from "@tavolo/server/demo/load-demo.ts";
import { exportFormats } from "@tavolo/server/exports/formats/export-formats.ts";
import { CSV_COLUMNS } from "@tavolo/server/exports/formats/write-csv.ts";
import type { BoardReport } from "@tavolo/server/exports/report/board-report.ts";
import { silentLog } from "@tavolo/server/log.ts";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { askDocumentedQuery, documentedQuery, type Page } from "../support/ask-documented-query.ts";
import { eachDatabase } from "../support/databases.ts";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { readable } from "../support/read-docx.ts";
import { setTable, signIn, type SignedIn, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

/** Every format there is: what must not be told must not be told in any. */
const formats = Object.keys(exportFormats).map((name) => name.toUpperCase());

interface Exported {
  filename: string;
  mediaType: string;
  content: string;
  encoding: string;
  sha256: string;
  revision: number;
}

const exportBoard = async (
  graphql: GraphQLClient,
  input: { boardId: string; format: string; language?: string },
): Promise<Exported> => {
  const answer = await graphql.run<{ exportBoard: Exported }>(
    `mutation ($input: ExportBoardInput!) {
      exportBoard(input: $input) { filename mediaType content encoding sha256 revision }
    }`,
    { input },
  );
  return answer.exportBoard;
};

const exportJson = async (graphql: GraphQLClient, boardId: string, language = "EN"): Promise<BoardReport> =>
  JSON.parse((await exportBoard(graphql, { boardId, format: "JSON", language })).content);

const exportRows = async (
  graphql: GraphQLClient,
  boardId: string,
  language = "EN",
): Promise<Record<string, string>[]> =>
  parse((await exportBoard(graphql, { boardId, format: "CSV", language })).content, {
    bom: true,
    columns: true,
  });

const addNote = async (graphql: GraphQLClient, boardId: string, text: string): Promise<string> => {
  const { addNote: added } = await graphql.run<{ addNote: { note: { id: string } } }>(
    `mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } } }`,
    { input: { boardId, section: "STRENGTHS", text } },
  );
  return added.note.id;
};

eachDatabase((kind) => {
  describe("an export of the demonstration workshop", () => {
    const server = useTestServer(kind);
    let moderator: Omit<SignedIn, "participantId">;
    let boardId: string;
    let frozenBoardId: string;

    beforeAll(async () => {
      const { orm, engine, config } = server;
      const links = await loadDemo({ orm, engine, config, log: silentLog() });
      moderator = await signIn(server, links.moderatorLink);
      boardId = links.boardUrl.split("/").at(-1) ?? "";
      frozenBoardId = links.frozenBoardUrl.split("/").at(-1) ?? "";
    });

    test.each(["EN", "IT", "PL"])("as JSON is what the API answers, asked in %s", async (language) => {
      const report = await exportJson(moderator.graphql, boardId, language);
      expect(report.board).toEqual(await askDocumentedQuery(moderator.graphql, boardId, language));
      expect(report.export).toMatchObject({
        revision: report.board.revision,
        language: language.toLowerCase(),
      });
    });

    test("of a frozen board says when and why it was frozen", async () => {
      const { board } = await exportJson(moderator.graphql, frozenBoardId, "IT");
      expect(board).toEqual(await askDocumentedQuery(moderator.graphql, frozenBoardId, "IT"));
      expect(board).toMatchObject({ state: "FROZEN", stateReason: expect.stringContaining("laboratorio") });
    });

    test("answers the documented query whole, in one page", async () => {
      const { board } = await moderator.graphql.run<{ board: { notes: Page } }>(documentedQuery, {
        id: boardId,
        language: "EN",
      });
      expect(board.notes.nodes).toHaveLength(63);
      expect(board.notes.pageInfo.hasNextPage).toBe(false);
    });

    test("as CSV holds the same notes in the same order", async () => {
      const { board } = await exportJson(moderator.graphql, boardId, "EN");
      const rows = await exportRows(moderator.graphql, boardId, "EN");
      expect(Object.keys(rows[0] ?? {})).toEqual(CSV_COLUMNS);
      expect(rows.map(({ note_id: id, text, section }) => ({ id, text, section }))).toEqual(
        board.notes.nodes.map(({ id, text, section }) => ({ id, text, section })),
      );
      const italian = rows.find(({ language }) => language === "IT");
      expect(italian).toMatchObject({ translation_language: "EN", translation_status: "HUMAN" });
      expect(italian?.["translation"]).not.toBe("");
    });

    test("counts the participants as the workshop published them", async () => {
      const { board } = await exportJson(moderator.graphql, boardId);
      const counted = board.project.stakeholderCounts.map(({ stakeholderGroup, count }) => [
        stakeholderGroup,
        count,
      ]);
      // Six of small groups, and the two moderators, who sit for none.
      expect(counted).toEqual([
        ["MUNICIPALITY", 5],
        ["CSO", 7],
        ["OTHER", 8],
      ]);
    });

    test("names nobody and no group below five", async () => {
      for (const format of formats) {
        const file = await exportBoard(moderator.graphql, { boardId, format });
        expect(readable(file)).not.toMatch(/Heron|Swallow|Bunting/);
      }
      const { board } = await exportJson(moderator.graphql, boardId);
      const groups = new Set(board.notes.nodes.map(({ author }) => author.stakeholderGroup));
      expect(groups).toEqual(new Set(["CSO", "MUNICIPALITY", "OTHER"]));
    });

    test("has a content hash that only the content changes, and a hash of the file", async () => {
      const first = await exportBoard(moderator.graphql, { boardId, format: "JSON" });
      const second = await exportBoard(moderator.graphql, { boardId, format: "JSON" });
      const reports = [first, second].map(({ content }): BoardReport => JSON.parse(content));
      expect(reports[0]?.export.contentSha256).toBe(reports[1]?.export.contentSha256);
      expect(reports[0]?.export.contentSha256).toBe(sha256(JSON.stringify(reports[0]?.board)));
      expect(first.sha256).toBe(sha256(first.content));
    });

    test("has a name that tells what it is", async () => {
      const { filename, revision } = await exportBoard(moderator.graphql, {
        boardId,
        format: "CSV",
        language: "IT",
      });
      expect(filename).toBe(
        `demo-diritti-negli-spazi-condivisi_portavela_civic-space-swot_officina-dei-quartieri-ex-deposito-tram_2025-03-14_v${revision}_it.csv`,
      );
    });

    test("can be fetched by a link on the page, by those who take part alone", async () => {
      const address = `${server.url}/boards/${boardId}/export.csv?language=it`;
      const taken = await fetch(address, { headers: { cookie: moderator.cookie } });
      expect(taken.headers.get("content-type")).toBe("text/csv; charset=utf-8");
      expect(taken.headers.get("content-disposition")).toMatch(/^attachment; .*_it\.csv/);
      expect(Buffer.from(await taken.arrayBuffer()).toString("utf8")).toBe(
        (await exportBoard(moderator.graphql, { boardId, format: "CSV", language: "IT" })).content,
      );
      expect((await fetch(address)).status).toBe(401);
    });
  });

  describe("an export of a board at work", () => {
    const server = useTestServer(kind);
    let table: Table;
    let moderator: SignedIn;

    beforeAll(async () => {
      table = await setTable(server, { display: "NAMED" });
      moderator = table.moderator;
    });

    const boardShowing = async (display: "NAMED" | "GROUP" | "ANONYMOUS"): Promise<string> => {
      const { createBoard } = await moderator.graphql.run<{ createBoard: { board: { id: string } } }>(
        `mutation ($input: CreateBoardInput!) { createBoard(input: $input) { board { id } } }`,
        { input: { workshopId: table.workshopId, templateId: "civic-space-swot", title: display, display } },
      );
      return createBoard.board.id;
    };

    test.each([
      { display: "NAMED", author: { displayName: "Quillfeather", stakeholderGroup: "REGION" } },
      { display: "GROUP", author: { displayName: null, stakeholderGroup: "OTHER" } },
      { display: "ANONYMOUS", author: { displayName: null, stakeholderGroup: null } },
    ] as const)(
      "tells of writers on a board that shows them $display: $author",
      async ({ display, author }) => {
        const boardId = await boardShowing(display);
        const writer = await table.join({ displayName: "Quillfeather", stakeholderGroup: "REGION" });
        await addNote(writer.graphql, boardId, "A word of the region");
        // The moderator learns no more from a file than the board shows, nor does the writer.
        for (const { graphql } of [moderator, writer]) {
          const { board } = await exportJson(graphql, boardId);
          expect(board.notes.nodes.map((note) => note.author)).toEqual([author]);
          const [row] = await exportRows(graphql, boardId);
          expect(row).toMatchObject({
            author_name: author.displayName ?? "",
            author_group: author.stakeholderGroup ?? "",
          });
          for (const format of formats) {
            const file = await exportBoard(graphql, { boardId, format });
            expect(readable(file).includes("Quillfeather")).toBe(display === "NAMED");
          }
        }
      },
    );

    test("leaves out what lies in the bin", async () => {
      const boardId = await boardShowing("GROUP");
      await addNote(moderator.graphql, boardId, "stays");
      const gone = await addNote(moderator.graphql, boardId, "goes");
      const { addCluster } = await moderator.graphql.run<{ addCluster: { cluster: { id: string } } }>(
        `mutation ($input: AddClusterInput!) { addCluster(input: $input) { cluster { id } } }`,
        { input: { boardId, section: "STRENGTHS", name: "goes too" } },
      );
      await moderator.graphql.run(
        `mutation ($note: RemoveNoteInput!, $cluster: RemoveClusterInput!) {
          removeNote(input: $note) { revision }
          removeCluster(input: $cluster) { revision }
        }`,
        { note: { boardId, id: gone }, cluster: { boardId, id: addCluster.cluster.id } },
      );
      const { board } = await exportJson(moderator.graphql, boardId);
      expect(board.notes.nodes.map(({ text }) => text)).toEqual(["stays"]);
      expect(board.clusters.nodes).toEqual([]);
      expect(board.counts).toEqual({ notes: 1, clusters: 0 });
      expect(await exportRows(moderator.graphql, boardId)).toHaveLength(1);
    });

    test("hands a formula to a spreadsheet as text, and to a program as it was written", async () => {
      const boardId = await boardShowing("GROUP");
      const formula = `=HYPERLINK("http://example.org","win")`;
      await addNote(moderator.graphql, boardId, formula);
      expect((await exportRows(moderator.graphql, boardId))[0]).toMatchObject({ text: `'${formula}` });
      expect((await exportJson(moderator.graphql, boardId)).board.notes.nodes[0]?.text).toBe(formula);
    });

    test("of a board on which nobody has written is a header, and an empty matrix", async () => {
      const boardId = await boardShowing("GROUP");
      const { board } = await exportJson(moderator.graphql, boardId);
      expect(board.sections.map(({ key, noteCount }) => [key, noteCount])).toEqual([
        ["STRENGTHS", 0],
        ["WEAKNESSES", 0],
        ["OPPORTUNITIES", 0],
        ["THREATS", 0],
      ]);
      expect(await exportRows(moderator.graphql, boardId)).toEqual([]);
    });

    test("holds one revision, however many write meanwhile", async () => {
      const boardId = await boardShowing("GROUP");
      await addNote(moderator.graphql, boardId, "note 0");
      const { board: first } = await exportJson(moderator.graphql, boardId);
      const writing = Promise.all(
        Array.from({ length: 40 }, (_, number) => addNote(moderator.graphql, boardId, `note ${number + 1}`)),
      );
      const exports = await Promise.all(
        Array.from({ length: 8 }, async () => exportJson(moderator.graphql, boardId)),
      );
      await writing;
      exports.push(await exportJson(moderator.graphql, boardId));
      for (const { board } of exports) {
        // Every edit adds one note, so the revision tells how many there are.
        expect(board.notes.nodes).toHaveLength(1 + board.revision - first.revision);
        expect(Math.max(...board.notes.nodes.map(({ revision }) => revision))).toBe(board.revision);
      }
      expect(exports.at(-1)?.board.notes.nodes).toHaveLength(41);
    });

    test("is for observers too, and for nobody who takes no part", async () => {
      const boardId = await boardShowing("GROUP");
      const observer = await table.join({ displayName: "Owl", role: "OBSERVER" });
      expect((await exportJson(observer.graphql, boardId)).board.id).toBe(boardId);
      const input = { boardId, format: "CSV" };
      await expect(exportBoard(server.graphql, input)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
      const unknown = { ...input, boardId: "5f0b9d0e-4c0e-4a43-9f6e-0d5a8a5f2c11" };
      await expect(exportBoard(moderator.graphql, unknown)).rejects.toMatchObject({
        code: "BOARD_NOT_FOUND",
      });
    });
  });
});

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
