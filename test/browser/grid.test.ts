import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { everyLook, expectAccessible, useBrowser } from "../support/browser.ts";
import { setTable } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { eventually } from "./board-page.ts";
import { layOut, openKind, saved } from "./kind-table.ts";

const server = useTestServer();
const browser = useBrowser();
let table: ReturnType<typeof setTable> | undefined;
const setOnce = () => (table ??= setTable(server));

const cell = (page: Page, row: number, column: string) =>
  page.locator("tr.row").nth(row).locator(`[data-column="${column}"]`);
const cellsOf = (page: Page, column: string) =>
  page.locator(`tr.row [data-column="${column}"]`).allInnerTexts();
/** Puts text on the clipboard as a spreadsheet does, and pastes it. */
const paste = async (page: Page, text: string) => {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("Control+V");
};
const newGrid = async (kind = "monitoring_tool") => {
  const { workshopId, moderator, join } = await setOnce();
  return { boardId: await layOut({ workshopId, moderator }, kind), moderator, join };
};

describe("a table that many edit at once", () => {
  test("two people fill one row, each sees where the other is, and both have the same", async () => {
    const { boardId, moderator, join } = await newGrid();
    const ada = await openKind(browser, server, boardId, moderator);
    const heron = await openKind(browser, server, boardId, await join({ displayName: "Heron" }));
    await ada.page.getByRole("button", { name: "Add: indicator" }).first().click();
    await ada.page.keyboard.type("STR-01");
    await ada.page.keyboard.press("Escape");
    await cell(heron.page, 0, "code").getByText("STR-01").waitFor();
    await cell(heron.page, 0, "title").click();
    await heron.page.keyboard.press("Enter");
    await cell(ada.page, 0, "title").getByText("Heron").waitFor();
    await heron.page.keyboard.type("A declaration that names the Charter");
    await heron.page.keyboard.press("Enter");
    await cell(ada.page, 0, "title").getByText("A declaration that names the Charter").waitFor();
    await saved(heron.page);
    const title = (page: Page) => cell(page, 0, "title").locator(".value").innerText();
    expect(await title(ada.page)).toEqual(await title(heron.page));
  });

  test("two hundred indicators pasted from a spreadsheet arrive typed; what does not fit is named and kept", async () => {
    const { boardId, moderator } = await newGrid();
    const { page } = await openKind(browser, server, boardId, moderator);
    await page.getByRole("button", { name: "Add: indicator" }).first().click();
    await page.keyboard.press("Escape");
    const lines = Array.from({ length: 200 }, (_, index) =>
      [
        `OUT-${index + 1}`,
        `Indicator number ${index + 1}`,
        index === 7 ? "plenty" : "12,5",
        "2023",
        "Percent",
        index === 9 ? "CFR-21; nonsense" : "CFR-21",
        "Outcome",
        "AGREED",
      ].join("\t"),
    );
    const head = [
      "Code",
      "Indicator",
      "Baseline",
      "Period of the baseline",
      "Unit",
      "standards",
      "Type",
      "Status",
    ];
    await paste(page, [head.join("\t"), ...lines].join("\n"));
    const report = page.getByRole("region", { name: /202 pasted cells/ });
    await report.waitFor();
    await saved(page);
    await server.engine.caughtUp(boardId);
    const rows = await indicatorsOf(boardId, moderator);
    expect(rows.filter(({ code }) => code.startsWith("OUT-"))).toHaveLength(200);
    expect(rows.find(({ code }) => code === "OUT-1")).toMatchObject({
      title: "Indicator number 1",
      baseline: 12.5,
      baselinePeriod: "2023",
      unit: "PERCENT",
      provisionIds: ["CFR-21"],
      section: "OUTCOME",
    });
    expect(rows.find(({ code }) => code === "OUT-8")).toMatchObject({ baseline: null, unit: "PERCENT" });

    // Corrected where it stands, and taken.
    const wrong = report.getByRole("textbox", { name: "Indicator number 8, Baseline: correct it" });
    await wrong.fill("13");
    await wrong.press("Enter");
    await page.getByRole("region", { name: /201 pasted cells/ }).waitFor();
    await saved(page);
    await server.engine.caughtUp(boardId);
    expect((await indicatorsOf(boardId, moderator)).find(({ code }) => code === "OUT-8")?.baseline).toBe(13);
    // The whole paste is one act.
    await page.reload();
    await page.getByRole("region", { name: /201 pasted cells/ }).waitFor();
  });

  test("goes by keyboard alone: add, write, choose, copy, paste, put in order, take back", async () => {
    const { boardId, moderator } = await newGrid("gender_balance_sheet");
    const { page } = await openKind(browser, server, boardId, moderator);
    await page.getByRole("button", { name: "Add: budget line" }).first().press("Enter");
    await page.keyboard.press("Escape");
    await paste(page, "Youth\tYouth centre\t1.250,50\nCare\tNursery\t2000\nCare\tHome help\t300");
    await eventually(() => cellsOf(page, "line"), ["Youth centre", "Nursery", "Home help"]);
    expect(await cellsOf(page, "planned")).toEqual(["€1,250.50", "€2,000", "€300"]);
    await page.locator("tfoot").getByText("€3,550.50").waitFor();

    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Control+C");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe("Youth\tYouth centre\nCare\tNursery");

    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Delete");
    await eventually(async () => (await cellsOf(page, "mission"))[0]?.startsWith("–"), true);
    await page.keyboard.press("Control+Z");
    await eventually(async () => (await cellsOf(page, "mission"))[0], "Youth");

    await page.locator('[data-heading="planned"]').press("Enter");
    await eventually(() => cellsOf(page, "line"), ["Home help", "Youth centre", "Nursery"]);
  });

  test("is read only, with the reason, once the board is frozen", async () => {
    const { boardId, moderator } = await newGrid();
    const { page } = await openKind(browser, server, boardId, moderator);
    await page.getByRole("button", { name: "Add: indicator" }).first().click();
    await page.keyboard.type("STR-01");
    await page.keyboard.press("Escape");
    await saved(page);
    await moderator.graphql.run(
      `mutation ($input: FreezeBoardInput!) { freezeBoard(input: $input) { board { state } } }`,
      { input: { boardId, reason: "The end" } },
    );
    await page.locator('[data-save][data-kind="readOnly"]').waitFor();
    await cell(page, 0, "code").and(page.locator("[aria-readonly=true]")).waitFor();
    expect(await page.getByRole("button", { name: "Add: indicator" }).count()).toBe(0);
    await page.keyboard.press("Delete");
    expect(await cellsOf(page, "code")).toEqual(["STR-01"]);
  });

  test.each(everyLook)("shuts nobody out: $viewport, $theme, $language", async (look) => {
    const { boardId, moderator } = await newGrid();
    const first = await openKind(browser, server, boardId, moderator);
    await first.page.getByRole("button", { name: "Add: indicator" }).first().click();
    await first.page.keyboard.press("Escape");
    await paste(first.page, "STR-01\tA declaration that names the Charter\nSTR-02\tA council for rights");
    await first.page.getByText("A council for rights").waitFor();
    await saved(first.page);
    const { page } = await openKind(browser, server, boardId, moderator, look);
    await page.getByText("A council for rights").waitFor();
    await expectAccessible(page);
  });
});

interface Indicator {
  readonly code: string;
  readonly title: string;
  readonly baseline: number | null;
}

async function indicatorsOf(
  boardId: string,
  { graphql }: Awaited<ReturnType<typeof setTable>>["moderator"],
): Promise<Indicator[]> {
  const found: Indicator[] = [];
  for (let after: string | null = null; ;) {
    const {
      board,
    }: {
      board: { indicators: { nodes: Indicator[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    } = await graphql.run(
      `query ($id: ID!, $after: String) { board(id: $id) { ... on MonitoringToolBoard {
           indicators(first: 100, after: $after) {
             nodes { code title baseline baselinePeriod unit provisionIds section }
             pageInfo { hasNextPage endCursor } } } } }`,
      { id: boardId, after },
    );
    found.push(...board.indicators.nodes);
    if (!board.indicators.pageInfo.hasNextPage) return found;
    after = board.indicators.pageInfo.endCursor;
  }
}
