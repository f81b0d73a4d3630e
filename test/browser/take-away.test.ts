import { readFile } from "node:fs/promises";
import { loadDemo } from "@tavolo/server/demo/load-demo.ts";
import { silentLog } from "@tavolo/server/log.ts";
import type { BoardReport } from "@tavolo/server/exports/report/board-report.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { everyLook, expectAccessible, type PersonOptions, useBrowser } from "../support/browser.ts";
import { unpackDocx } from "../support/read-docx.ts";
import { readPdf } from "../support/render-document.ts";
import { signIn, type SignedIn } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const server = useTestServer();
const browser = useBrowser();
let moderator: Omit<SignedIn, "participantId">;
let boardId: string;

beforeAll(async () => {
  const { orm, engine, config } = server;
  const links = await loadDemo({ orm, engine, config, log: silentLog() });
  moderator = await signIn(server, links.moderatorLink);
  boardId = links.boardUrl.split("/").at(-1) ?? "";
});

const openBoard = async (options: PersonOptions = {}) => {
  const { page } = await browser.person(server, { ...options, cookie: moderator.cookie });
  await page.goto(`/boards/${boardId}`);
  await page.locator('[data-save]:is([data-kind="saved"], [data-kind="readOnly"])').waitFor();
  return page;
};

/** By the palette: the way that every width and every keyboard has. */
const openDialog = async (options: PersonOptions = {}) => {
  const page = await openBoard(options);
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type(options.language === "it" ? "porta via" : "take the matrix");
  await page.keyboard.press("Enter");
  await page.locator(".sheet").waitFor();
  return page;
};

describe("taking the matrix away", () => {
  test("a Word document in the parts and the language that were chosen is saved to the downloads", async () => {
    const page = await openBoard();
    await page.getByRole("button", { name: "Export" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Municipality: 5").waitFor();
    await dialog.getByText("groups instead of names").waitFor();
    await dialog.getByLabel("Italiano").check();
    await dialog.getByLabel("Annex: original wordings").uncheck();
    await dialog.locator(".sheet[lang=it]").getByText("Comune: 5").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "Download" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/_it\.docx$/u);
    const { "word/document.xml": document } = unpackDocx(await readFile(await download.path()));
    expect(document).toContain("Tutte le note");
    expect(document).not.toContain("Allegato");
    await dialog.getByText(`${download.suggestedFilename()} was saved`).waitFor();
  });

  test("by keyboard alone: the button, the format, the file; focus comes back", async () => {
    const page = await openBoard();
    const button = page.getByRole("button", { name: "Export" });
    await button.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.locator(".sheet").waitFor();
    await page.keyboard.press("ArrowDown");
    await dialog.getByRole("columnheader", { name: "Written by" }).waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/u);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test("a document without any part is not made, and the reason is said", async () => {
    const page = await openDialog();
    const dialog = page.getByRole("dialog");
    for (const part of await dialog.getByRole("checkbox").all()) await part.uncheck();
    await dialog.getByRole("alert").getByText("Choose at least one part.").waitFor();
    await expect
      .poll(() => dialog.getByRole("button", { name: "Download" }).getAttribute("aria-disabled"))
      .toBe("true");
  });

  test("what went wrong is said, and the way back stays", async () => {
    const page = await openDialog({ tolerate: /ERR_FAILED/u });
    await page.route("**/graphql", (route) => route.abort());
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Download" }).click();
    await dialog.getByRole("alert").getByText("Your file could not be made.").waitFor();
    await page.unroute("**/graphql");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "Download" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.docx$/u);
  });

  const looks: readonly PersonOptions[] = [...everyLook, { viewport: "desk", forcedColours: true }];
  test.each(looks)("shuts nobody out: %j", async (look) => {
    const page = await openDialog(look);
    await expectAccessible(page);
    if (process.env.TAVOLO_SHOTS) {
      const { viewport, theme = "", language = "en", forcedColours } = look;
      const name = [viewport, theme, language, forcedColours ? "forced" : ""].join("-");
      await page.screenshot({ path: `${process.env.TAVOLO_SHOTS}/away-${name}.png` });
    }
  });
});

describe("the board on paper", () => {
  test.each([
    { language: "en", theme: "dark" },
    { language: "it", theme: "light" },
  ] as const)("is A4, light, with every note whole and no button, from $theme in $language", async (look) => {
    const page = await openBoard(look);
    await page.locator("[data-note]").first().waitFor();
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    if (process.env.TAVOLO_SHOTS) {
      await (
        await import("node:fs/promises")
      ).writeFile(`${process.env.TAVOLO_SHOTS}/paper-${look.language}.pdf`, bytes);
    }
    const { pages, sizes, ink } = await readPdf(bytes);
    for (const size of sizes) expect(size).toBe("A4");
    for (const [index, share] of ink.entries()) {
      expect(share, `page ${index + 1} is not blank`).toBeGreaterThan(0.01);
      expect(share, `page ${index + 1} is light`).toBeLessThan(0.5);
    }
    const content = await fetch(`${server.url}/boards/${boardId}/export.json?language=${look.language}`, {
      headers: { cookie: moderator.cookie },
    });
    const { board } = (await content.json()) as BoardReport;
    const flat = pages.map((text) => text.replaceAll(/\s+/gu, ""));
    for (const { text, language, translations } of board.notes.nodes) {
      const wanted = look.language.toUpperCase();
      const shown = language === wanted ? text : translations.find((one) => one.language === wanted)?.text;
      const words = (shown ?? text).replaceAll(/\s+/gu, "");
      // Whole on one page, and there once.
      expect(
        flat.filter((one) => one.includes(words)),
        shown,
      ).toHaveLength(1);
    }
    // No title of a group ends a page: its first note stands below it.
    for (const cluster of board.clusters.nodes) {
      const wanted = look.language.toUpperCase();
      const inReadersWords = (text: string, item: Pick<typeof cluster, "translations">) =>
        (item.translations.find((one) => one.language === wanted)?.text ?? text).replaceAll(/\s+/gu, "");
      const first = board.notes.nodes.find((note) => note.cluster?.id === cluster.id);
      if (!first) continue;
      const title = `${inReadersWords(cluster.name, cluster)}(${cluster.noteCount})`;
      const itsPage = flat.find((one) => one.includes(title));
      expect(itsPage, title).toContain(inReadersWords(first.text, first));
    }
    const all = pages.join("\n");
    expect(all).not.toMatch(/Add a note|Aggiungi una nota|Filter|Filtra|Move to|Sposta/u);
    // The page is as it was.
    await expect.poll(() => page.locator(".paper-board").count()).toBe(0);
  });
});
