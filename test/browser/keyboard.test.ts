import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { setTable } from "../support/sign-in.ts";
import { startTestServer } from "../support/start-test-server.ts";
import { layNotes, openBoard } from "./board-page.ts";
import type { Page } from "playwright-core";

const browser = useBrowser();

/** What the keyboard is on, as a screen reader would name it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const label = element?.labels?.[0]?.textContent;
    return (element?.getAttribute("aria-label") ?? label ?? element?.textContent ?? "")
      .trim()
      .replaceAll(/\s+/g, " ");
  });

async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    const here = await focused(page);
    if (name.test(here)) return;
    passed.push(here);
  }
  throw new Error(`The Tab key never came to ${name}; it passed ${passed.join(" | ")}`);
}

const hasFocus = (element: Element) => element === document.activeElement;

describe("by keyboard alone", () => {
  test("somebody joins, writes, moves, groups, takes back and takes the matrix away", async () => {
    const server = await startTestServer();
    const table = await setTable(server, { display: "NAMED" });
    await layNotes(table, [["S", "Open until 11 pm"]]);
    const { createInvite } = await table.moderator.graphql.run<{
      createInvite: { invite: { code: string } };
    }>(`mutation ($input: CreateInviteInput!) { createInvite(input: $input) { invite { code } } }`, {
      input: { workshopId: table.workshopId, role: "CONTRIBUTOR" },
    });
    const { page } = await browser.person(server);
    await page.goto(`/join/${createInvite.invite.code}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await tabTo(page, /^Your name on the board/);
    await page.keyboard.type("Bunting");
    await tabTo(page, /The municipality/);
    await page.keyboard.press("Space");
    await tabTo(page, /^Take your seat/);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/boards/${table.boardId}`);
    await page.locator('[data-save][data-kind="saved"]').waitFor();

    // One stop for the whole board, then arrows.
    await tabTo(page, /^Add a note to Strengths/);
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toMatch(/^Open until 11 pm/);
    await page.keyboard.press("n");
    await page.locator("textarea:focus").waitFor();
    await page.keyboard.type("Courtyard used by schools");
    await page.keyboard.press("Enter");
    await page.locator("textarea:focus").waitFor();
    await page.keyboard.type("Nobody has to buy anything");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toMatch(/^Nobody has to buy anything/);

    await page.keyboard.press("Shift+ArrowUp");
    const strengths = page.getByRole("region", { name: "Strengths" }).locator("[data-note] p:first-child");
    expect(await strengths.allInnerTexts()).toEqual([
      "Open until 11 pm",
      "Nobody has to buy anything",
      "Courtyard used by schools",
    ]);

    await page.keyboard.press("m");
    await page.getByRole("menuitemradio", { name: "Strengths" }).waitFor();
    await page.keyboard.press("2");
    await page.getByRole("region", { name: "Weaknesses" }).locator("[data-note]:focus").waitFor();
    await page.keyboard.press("Control+z");
    await page
      .getByRole("region", { name: "Strengths" })
      .getByText("Nobody has to buy anything")
      .first()
      .waitFor();

    await page.keyboard.press("1");
    expect(await focused(page)).toMatch(/^Open until 11 pm/);
    await page.keyboard.press("g");
    await page.getByRole("menu").waitFor();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.locator("textarea:focus").waitFor();
    await page.keyboard.type("The place is open to everybody");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toMatch(/^The place is open to everybody/);

    await page.keyboard.press("f");
    await page.keyboard.type("courtyard");
    await page.getByText("1 note found").waitFor();
    await page.keyboard.press("Escape");

    await page.locator('[data-save][data-kind="saved"]').waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog", { name: "Commands" }).waitFor();
    await page.keyboard.type("take the matrix");
    await page.keyboard.press("Enter");
    const takeAway = page.getByRole("dialog", { name: "Take the matrix away" });
    await takeAway.getByRole("heading", { level: 2 }).waitFor();
    await expect
      .poll(() => takeAway.getByRole("radio", { checked: true }).first().evaluate(hasFocus))
      .toBe(true);
    await page.keyboard.press("ArrowDown");
    await takeAway.getByRole("columnheader", { name: "Written by" }).waitFor();
    const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    const table2 = parse(await readFile(await file.path(), "utf8"), { bom: true });
    expect(JSON.stringify(table2)).toContain("The place is open to everybody");
    expect(JSON.stringify(table2)).toContain("Courtyard used by schools");
  });

  test("single letters can be switched off, and dialogs give the keyboard back", async () => {
    const server = await startTestServer();
    const table = await setTable(server);
    await layNotes(table, [["S", "Open until 11 pm"]]);
    const { page, note } = await openBoard(browser, server, table, await table.join()).then((board) => ({
      page: board.page,
      note: board.note("Open until 11 pm"),
    }));
    await note.focus();
    await page.keyboard.press("?");
    await page.getByRole("checkbox", { name: /Single letters/ }).uncheck();
    await page.keyboard.press("Escape");
    await page.locator("[data-note]:focus").waitFor();
    await page.keyboard.press("n");
    expect(await page.locator("textarea").count()).toBe(0);
    await page.keyboard.press("Enter");
    await page.locator("textarea:focus").waitFor();
  });
});
