import { loadDemo } from "@tavolo/server/demo/load-demo.ts";
import { writeDocx } from "@tavolo/server/exports/formats/docx/write-docx.ts";
import type { BoardReport } from "@tavolo/server/exports/report/board-report.ts";
import { silentLog } from "@tavolo/server/log.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { unpackDocx } from "../support/read-docx.ts";
import { type RenderedDocument, renderDocx } from "../support/render-document.ts";
import { setTable, signIn, signInAdministrator, type SignedIn } from "../support/sign-in.ts";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { useTestServer } from "../support/start-test-server.ts";

const server = useTestServer();

const exportBoard = async (
  graphql: GraphQLClient,
  input: { boardId: string; format: string; language?: string; parts?: string[] },
): Promise<string> => {
  const answer = await graphql.run<{ exportBoard: { content: string } }>(
    `mutation ($input: ExportBoardInput!) { exportBoard(input: $input) { content } }`,
    { input },
  );
  return answer.exportBoard.content;
};
const docxOf = async (graphql: GraphQLClient, boardId: string, language: string, parts?: string[]) =>
  Buffer.from(await exportBoard(graphql, { boardId, format: "DOCX", language, parts }), "base64");
const reportOf = async (graphql: GraphQLClient, boardId: string, language: string): Promise<BoardReport> =>
  JSON.parse(await exportBoard(graphql, { boardId, format: "JSON", language }));

let moderator: Omit<SignedIn, "participantId">;
let demoBoard: string;
let frozenBoard: string;

beforeAll(async () => {
  const { orm, engine, config } = server;
  const links = await loadDemo({ orm, engine, config, log: silentLog() });
  moderator = await signIn(server, links.moderatorLink);
  demoBoard = links.boardUrl.split("/").at(-1) ?? "";
  frozenBoard = links.frozenBoardUrl.split("/").at(-1) ?? "";
});

describe.each([
  { language: "EN", locale: "en-GB", words: ["Contents", "Summary", "Participants", "All notes"] },
  { language: "IT", locale: "it-IT", words: ["Indice", "Sintesi", "Partecipanti", "Tutte le note"] },
])("the demonstration workshop as a Word document in $language", ({ language, locale, words }) => {
  let report: BoardReport;
  let parts: Record<string, string>;
  let rendered: RenderedDocument;

  beforeAll(async () => {
    report = await reportOf(moderator.graphql, frozenBoard, language);
    const bytes = await docxOf(moderator.graphql, frozenBoard, language);
    parts = unpackDocx(bytes);
    rendered = await renderDocx(bytes);
  }, 180_000);

  test("holds every note once, in its reader’s language where it was translated, and every other wording once", () => {
    const count = (text: string) => rendered.lines.filter((line) => line.trim() === text).length;
    for (const { text, language: own, translations } of report.board.notes.nodes) {
      const shown = own === language ? text : translations.find((one) => one.language === language)?.text;
      for (const wording of new Set([shown ?? text, text, ...translations.map((one) => one.text)])) {
        expect(count(wording), wording).toBe(1);
      }
    }
    const annex = rendered.lines.findIndex((line) => /^7?\.?\s*(Annex|Allegato): /u.test(line.trim()));
    expect(annex).toBeGreaterThan(0);
    for (const { text, language: own, translations } of report.board.notes.nodes) {
      const shown = own === language ? text : translations.find((one) => one.language === language)?.text;
      expect(rendered.lines.findLastIndex((line) => line.trim() === (shown ?? text))).toBeLessThan(
        rendered.lines.findLastIndex((line) => /(Annex|Allegato): /u.test(line)),
      );
    }
  });

  test("has no blank page, and says on each but the cover which it is", () => {
    expect(rendered.ink.length).toBe(rendered.pages.length);
    expect(rendered.pages.length).toBeGreaterThan(8);
    for (const [index, ink] of rendered.ink.entries())
      expect(ink, `page ${index + 1}`).toBeGreaterThan(0.005);
    for (const [index, page] of rendered.pages.entries()) {
      if (index === 0) continue;
      const numbered = language === "EN" ? "Page" : "Pagina";
      expect(page).toMatch(new RegExp(`${numbered} ${index + 1} (of|di) ${rendered.pages.length}`, "u"));
    }
  });

  test("has contents whose page numbers are right", () => {
    for (const word of words.slice(1)) {
      const [, page] =
        new RegExp(`^\\s*\\d?\\s+${word}\\.*\\s*(\\d+)\\s*$`, "mu").exec(rendered.pages[1] ?? "") ?? [];
      expect(rendered.pages[Number(page) - 1], `${word} on page ${page}`).toMatch(
        new RegExp(`^\\s*\\d\\s+${word}\\s*$`, "mu"),
      );
    }
  });

  test("is marked up for people who do not see it: headings, heads of tables, languages, alternative texts", () => {
    const document = parts["word/document.xml"] ?? "";
    const styles = parts["word/styles.xml"] ?? "";
    expect(styles).toMatch(new RegExp(`<w:rPrDefault>.*<w:lang w:val="${locale}"`, "su"));
    for (const heading of ["Title", "Heading1", "Heading2", "Heading3"]) {
      expect(document).toContain(`<w:pStyle w:val="${heading}"/>`);
    }
    // A table of data has a head, but for the facts on the cover, whose heads are in the first column.
    const tables = document.match(/<w:tbl>.*?<\/w:tbl>/gsu) ?? [];
    expect(tables.length).toBeGreaterThan(20);
    const headless = tables.filter((table) => !table.includes("<w:tblHeader/>"));
    expect(headless).toHaveLength(1);
    expect(headless[0]).toMatch(/w:firstColumn="(1|true)"/u);
    // Pictures say what they are.
    const pictures = document.match(/<wp:docPr[^>]*>/gu) ?? [];
    expect(pictures.length).toBe((document.match(/<w:drawing>/gu) ?? []).length);
    for (const picture of pictures) expect(picture).toMatch(/descr="[^"]{10,}"/u);
    // The words of people are marked with their language, in the annex too.
    for (const wanted of ["en-GB", "it-IT"]) expect(document).toContain(`<w:lang w:val="${wanted}"`);
    expect(parts["docProps/core.xml"]).toContain(`<dc:title>${report.board.title}</dc:title>`);
  });

  test("says which revision it holds, by the hash that every export of it has", () => {
    expect(rendered.lines.join("\n")).toContain(report.export.contentSha256);
    expect(rendered.pages[0]).toContain(`${report.export.revision}`);
  });

  test("names nobody and no group below five", () => {
    const everything = Object.values(parts).join("\n");
    expect(everything).not.toMatch(/Heron|Swallow|Bunting/u);
  });
});

const isEnglish = ({ language }: { language: string }) => language === "EN";

describe("a Word document", () => {
  test("has the parts that were asked for, and no others", async () => {
    const { "word/document.xml": document } = unpackDocx(
      await docxOf(moderator.graphql, demoBoard, "EN", ["MATRIX"]),
    );
    expect(document).toContain("The matrix at a glance");
    expect(document).not.toContain("Annex: other wordings");
    expect(document).not.toContain("Participants");
  });

  test("opens whatever was written: control characters, other directions, emoji, formulas and endless words", async () => {
    const table = await setTable(server, { moderator: await signInAdministrator(server) });
    const { graphql } = table.moderator;
    const texts = [
      "a control \u000c character",
      "مساحة مفتوحة للجميع",
      "right \u202e to left override",
      "👩🏽‍🤝‍👨🏿 together 🏛️",
      '<w:p> & "quotes" ]]> \'',
      '=HYPERLINK("http://example.org")',
      "first line\nsecond line\ttab",
      "W".repeat(280),
      "Ω≈ç√∫ Łódź ąęś 日本語 ไทย",
    ];
    const written: string[] = [];
    for (const text of texts) {
      const { addNote } = await graphql.run<{ addNote: { note: { text: string } } }>(
        `mutation ($input: AddNoteInput!) { addNote(input: $input) { note { text } } }`,
        { input: { boardId: table.boardId, section: "THREATS", text } },
      );
      written.push(addNote.note.text);
    }
    const { lines, ink } = await renderDocx(await docxOf(graphql, table.boardId, "EN"));
    const flat = lines.join(" ").replaceAll(/\s+/gu, "");
    for (const text of written) {
      const expected = text
        .toWellFormed()
        // oxlint-disable-next-line no-control-regex -- a document cannot hold it
        .replaceAll(/[\u0007\s]/gu, "");
      expect(flat).toContain(expected);
    }
    for (const page of ink) expect(page).toBeGreaterThan(0.003);
  }, 180_000);

  test("opens though a text holds what no field would take today", async () => {
    const report = await reportOf(moderator.graphql, demoBoard, "EN");
    const [first, second, ...others] = report.board.notes.nodes;
    if (!first || !second) throw new Error("The demonstration has notes.");
    const hostile: BoardReport = {
      ...report,
      board: {
        ...report.board,
        title: "SWOT\u0000 \ud83d",
        notes: {
          nodes: [
            { ...first, text: "bell \u0007, null \u0000, half \ud83d, \uffff", language: "EN" },
            { ...second, text: "w".repeat(20_000), language: "EN", affected: ["\u001b[31m"] },
            ...others.slice(0, 5),
          ],
        },
      },
    };
    const { lines } = await renderDocx(await writeDocx(hostile, ["notes"]));
    const flat = lines.join("").replaceAll(/\s+/gu, "");
    expect(flat).toContain("bell,null,half\ufffd,");
    expect(flat).toContain("w".repeat(20_000));
    const last = others[4];
    const shown = last?.language === "EN" ? last.text : last?.translations.find(isEnglish)?.text;
    expect(flat).toContain(shown?.replaceAll(/\s+/gu, ""));
  }, 180_000);

  test("of a board on which nobody has written says so", async () => {
    const { graphql } = moderator;
    const table = await setTable(server, { moderator: { ...moderator, graphql } });
    const { lines } = await renderDocx(await docxOf(graphql, table.boardId, "IT"));
    expect(lines.join("\n")).toContain("Nessuno ha ancora scritto su questa lavagna.");
  }, 120_000);

  test("can be fetched by a link, whole or in parts", async () => {
    const address = `${server.url}/boards/${demoBoard}/export.docx?language=it&parts=summary,matrix`;
    const taken = await fetch(address, { headers: { cookie: moderator.cookie } });
    expect(taken.headers.get("content-type")).toContain("wordprocessingml.document");
    expect(taken.headers.get("content-disposition")).toMatch(/_it\.docx/u);
    const { "word/document.xml": document } = unpackDocx(new Uint8Array(await taken.arrayBuffer()));
    expect(document).toContain("La matrice in uno sguardo");
    expect(document).not.toContain("Tutte le note");
  });
});
