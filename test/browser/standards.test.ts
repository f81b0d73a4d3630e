import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { everyLook, expectAccessible, type PersonOptions, useBrowser } from "../support/browser.ts";
import { setTable, signInAdministrator } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { type BoardPage, layNotes, openBoard } from "./board-page.ts";

const server = useTestServer();
const browser = useBrowser();

const library = async (look: PersonOptions = {}, path = "/library"): Promise<Page> => {
  const { page } = await browser.person(server, look);
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
};

describe("the library of standards", () => {
  test("is reached from the start, by anyone, and leads to a standard and back", async () => {
    const { page } = await browser.person(server);
    await page.goto("/");
    await page.getByRole("link", { name: "Library of standards" }).click();
    await page.getByRole("heading", { level: 1, name: "Library of standards" }).waitFor();
    const card = page.getByRole("listitem").filter({ hasText: "FRA framework for human rights cities" });
    await card.getByText("20 provisions").waitFor();
    await card.getByText("14 verified, 6 in our wording").waitFor();
    await card.getByRole("link", { name: "FRA framework" }).click();
    await page.getByRole("heading", { level: 1, name: "FRA framework for human rights cities" }).waitFor();
    await page.getByText("Which bodies and procedures carry it?").waitFor();
    await page.getByRole("link", { name: "Library of standards" }).click();
    await page.waitForURL("**/library");
  });

  test("finds by number and by word over all standards; what is looked for stands in the address", async () => {
    const page = await library();
    const field = page.getByRole("searchbox", { name: "Find in all standards" });
    await field.fill("11.7");
    await page.getByText("One provision was found.").waitFor();
    await page.getByText("SDGs, Target 11.7").waitFor();
    await field.fill("dignita");
    await page.getByRole("link", { name: "Human dignity" }).waitFor();
    expect(new URL(page.url()).searchParams.get("q")).toBe("dignita");
    await page.reload();
    await page.getByRole("link", { name: "Human dignity" }).click();
    await page.waitForURL("**/library/eu-charter#CFR-01");
    await page.goBack();
    await field.fill("zanzibar");
    await page.getByText("Nothing matches").waitFor();
    await expectAccessible(page);
  });

  test("gives each provision an address to copy, which leads back to it", async () => {
    const page = await library({}, "/library/eu-charter");
    await page.getByRole("button", { name: "Copy the link to Art. 34 Social security" }).click();
    const link = `${server.url}/library/eu-charter#CFR-34`;
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    const other = await library({ language: "it" }, "/library/eu-charter#CFR-34");
    const row = other.locator("#CFR-34");
    await expect.poll(() => row.evaluate((place) => place === document.activeElement)).toBe(true);
    expect(await other.title()).toBe("Carta UE, Art. 34 Sicurezza sociale e assistenza sociale · Tavolo");
    expect(await row.evaluate((place) => place.getBoundingClientRect().top < innerHeight)).toBe(true);
    await expectAccessible(other);
    await row.getByRole("link", { name: "OHCHR · Diritto a un alloggio adeguato" }).click();
    await other.waitForURL("**/library/ohchr-indicators#OHCHR-housing");
  });

  test("says where there is no such standard", async () => {
    const page = await library({}, "/library/magna-carta");
    await page.getByText("The library of standards holds nothing under this address.").waitFor();
    await expectAccessible(page);
  });

  test("shows in English what has no Italian title, and says so", async () => {
    const page = await library({ language: "it" }, "/library/equality-data#ECRI-GPR-15");
    const row = page.locator("#ECRI-GPR-15");
    await row.getByText("in inglese").waitFor();
    expect(await row.getByText("Hate speech").getAttribute("lang")).toBe("en");
    await page.locator("#EQD-07").getByText("parole nostre").waitFor();
  });

  test.each(everyLook)("shuts nobody out: $viewport, $theme, $language", async (look) => {
    const page = await library(look);
    await expectAccessible(page);
    await page.goto("/library/discrimination-grounds#DIR-2000-43");
    await page.locator("#DIR-2000-43").waitFor();
    await expectAccessible(page);
    await page.goto("/library?q=alloggio");
    await page.locator("ol.list li").first().waitFor();
    await expectAccessible(page);
  });

  test("shuts nobody out: forced colours", async () => {
    const page = await library({ forcedColours: true }, "/library/sdg#SDG-5.5");
    await expectAccessible(page);
  });
});

describe("the picker of rights on a note", () => {
  let moderator: ReturnType<typeof signInAdministrator> | undefined;
  const openNote = async (look: PersonOptions = {}): Promise<{ board: BoardPage; dialog: Locator }> => {
    const table = await setTable(server, { moderator: await (moderator ??= signInAdministrator(server)) });
    await layNotes(table, [["S", "The garden is open to everybody"]]);
    const board = await openBoard(browser, server, table, table.moderator, look);
    await board.note("The garden is open to everybody").focus();
    await board.page.keyboard.press("d");
    return { board, dialog: board.page.getByRole("dialog") };
  };

  test("finds an article by number or words, keeps it as a chip, and takes it off again, by keyboard alone", async () => {
    const { board, dialog } = await openNote();
    const { page } = board;
    const field = dialog.getByRole("searchbox", { name: "Find by number or word" });
    await field.focus();
    await page.keyboard.type("riunione");
    await dialog.getByText("One matches.").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    const chosen = dialog.getByRole("list", { name: "Chosen" });
    await chosen
      .getByRole("button", { name: "Art. 12 Freedom of assembly and of association Remove" })
      .waitFor();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("21");
    await dialog.getByRole("checkbox", { name: "Art. 21 Non-discrimination" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await dialog.getByText("2 of at most 12 chosen.").waitFor();
    await expectAccessible(page);

    await chosen.getByRole("button", { name: /^Art. 12/ }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => chosen.getByRole("button").allInnerTexts()).toHaveLength(1);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain("Art. 21");
    await page.keyboard.press("Enter");
    await expect.poll(() => field.evaluate((place) => place === document.activeElement)).toBe(true);
  });

  test("goes through the list by arrows with one tab stop, grouped by the Charter’s titles", async () => {
    const { board, dialog } = await openNote();
    const { page } = board;
    const list = dialog.getByRole("group", { name: "Rights of the EU Charter" }).last();
    await list.getByRole("group", { name: "II · Freedoms" }).waitFor();
    expect(await list.locator('input[tabindex="0"]').count()).toBe(1);
    await dialog.getByRole("searchbox").press("ArrowDown");
    await page.keyboard.press("End");
    const focused = () =>
      page.evaluate(() => document.activeElement?.parentElement?.textContent?.trim() ?? "");
    expect(await focused()).toContain("Art. 54");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toContain("Art. 2");
  });

  test("takes no more than a note holds, and says so", async () => {
    const { dialog } = await openNote();
    const boxes = dialog.getByRole("checkbox", { name: /^Art\. \d+/ });
    for (let index = 0; index < 12; index++) await boxes.nth(index).check();
    await dialog.getByText("That is the most. Remove one to choose another.").waitFor();
    expect(await boxes.nth(12).getAttribute("aria-disabled")).toBe("true");
    await boxes.nth(12).focus();
    await boxes.nth(12).press("Space");
    expect(await boxes.nth(12).isChecked()).toBe(false);
    await dialog.getByRole("searchbox").fill("zanzibar");
    await dialog.getByText("Nothing matches. Try a number, or other words.").waitFor();
  });

  test.each(everyLook)("shuts nobody out: $viewport, $theme, $language", async (look) => {
    const { board, dialog } = await openNote(look);
    await dialog.getByRole("searchbox").fill("a");
    await dialog.getByRole("checkbox", { name: /^Art\. 21 / }).check();
    await dialog.getByRole("checkbox", { name: /^Art\. 12 / }).check();
    await dialog.getByRole("searchbox").scrollIntoViewIfNeeded();
    await expectAccessible(board.page);
  });
});
