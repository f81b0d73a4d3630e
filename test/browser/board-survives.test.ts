import { describe, expect, test } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { setTable, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { type BoardPage, eventually, layNotes, openBoard } from "./board-page.ts";

const server = useTestServer();
const browser = useBrowser();

let administrator: ReturnType<typeof signInAdministrator> | undefined;
const newTable = async () =>
  setTable(server, {
    display: "NAMED",
    moderator: await (administrator ??= signInAdministrator(server)),
  });

const notes = [
  ["S", "Open until 11 pm"],
  ["S", "Courtyard used by schools"],
  ["T", "Rents go up"],
] as const;

async function twoAtBoard(
  language?: "it",
): Promise<{ heron: BoardPage; moderator: BoardPage; table: Table }> {
  const table = await newTable();
  await layNotes(table, notes);
  const heron = await openBoard(browser, server, table, await table.join(), language ? { language } : {});
  const moderator = await openBoard(browser, server, table, table.moderator);
  return { heron, moderator, table };
}

const isWriting = (board: BoardPage, text: string) => eventually(() => board.field.inputValue(), text);

async function move(board: BoardPage, text: string, place: string): Promise<void> {
  await board.note(text).focus();
  await board.page.keyboard.press("m");
  await board.page.getByRole("menu").waitFor();
  await board.page.keyboard.press(place);
  await board.page.getByRole("menu").waitFor({ state: "detached" });
}

describe("somebody who writes in a note", () => {
  test("goes on where they are while it is moved, and is told", async () => {
    const { heron, moderator } = await twoAtBoard("it");
    await heron.edit("Open until 11 pm");
    await heron.page.keyboard.press("Home");
    await heron.page.keyboard.type("Always ");
    await moderator.note("Always Open until 11 pm").waitFor();
    await move(moderator, "Always Open until 11 pm", "4");
    await heron.section("S").getByText("Spostata in Minacce").waitFor();
    await heron.page.keyboard.type("nearly ");
    await isWriting(heron, "Always nearly Open until 11 pm");
    await eventually(() => moderator.texts("T"), ["Rents go up", "Always nearly Open until 11 pm"]);
    await heron.page.keyboard.press("Escape");
    await heron.section("T").locator("[data-note]:focus").filter({ hasText: "Always nearly" }).waitFor();
  });

  test("keeps the keyboard while the notes around it change places", async () => {
    const { heron, moderator } = await twoAtBoard();
    await heron.edit("Courtyard used by schools");
    await moderator.note("Open until 11 pm").focus();
    await moderator.page.keyboard.press("Shift+ArrowDown");
    await eventually(() => moderator.texts("S"), ["Courtyard used by schools", "Open until 11 pm"]);
    await heron.page.keyboard.type("!");
    await isWriting(heron, "Courtyard used by schools!");
  });

  test("keeps the field, but not what is typed, when the note goes to the bin", async () => {
    const { heron, moderator } = await twoAtBoard();
    await heron.edit("Open until 11 pm");
    await moderator.note("Open until 11 pm").focus();
    await moderator.page.keyboard.press("Delete");
    await heron.section("S").getByText("Moved to the bin.").waitFor();
    await heron.page.keyboard.type(" dfn2");
    await isWriting(heron, "Open until 11 pm");
    await heron.page.keyboard.press("Escape");
    await heron.section("S").getByText("Open until 11 pm").waitFor({ state: "detached" });
    await heron.page.locator("[data-note]:focus").waitFor();
  });

  test("keeps the field, but not what is typed, when the board is frozen", async () => {
    const { heron, table } = await twoAtBoard();
    await heron.edit("Open until 11 pm");
    await heron.page.keyboard.type("!");
    await heron.status("saved");
    await table.moderator.graphql.run(
      `mutation ($input: FreezeBoardInput!) { freezeBoard(input: $input) { board { state } } }`,
      { input: { boardId: table.boardId, reason: "We vote now." } },
    );
    await heron.note("The board was frozen. What was typed after that is not kept.").waitFor();
    await heron.page.keyboard.type(" dfn2");
    await heron.page.keyboard.press("Control+z");
    await isWriting(heron, "Open until 11 pm!");
    await heron.page.keyboard.press("Enter");
    expect(await heron.page.locator("textarea").count()).toBe(0);
  });

  test("commands nothing when the field is taken from under their fingers", async () => {
    const { heron } = await twoAtBoard();
    await heron.edit("Open until 11 pm");
    await heron.page.keyboard.type("!");
    await heron.page.evaluate(() => {
      const field = document.querySelector<HTMLElement>("textarea:focus");
      field?.closest<HTMLElement>("[data-note]")?.focus();
    });
    await heron.page.keyboard.press("Delete");
    await heron.page.keyboard.type("dn2");
    expect(await heron.texts("S")).toEqual(["Open until 11 pm!", "Courtyard used by schools"]);
    expect(await heron.page.locator("textarea, [role=dialog]").count()).toBe(0);
  });

  test("gets the field back when the page moves it", async () => {
    const { heron } = await twoAtBoard();
    await heron.edit("Open until 11 pm");
    await heron.page.keyboard.press("Home");
    await heron.page.evaluate(() => {
      const row = document.querySelector("textarea:focus")?.closest("[data-note]");
      row?.parentElement?.append(row);
    });
    await heron.page.keyboard.type("Still ");
    await isWriting(heron, "Still Open until 11 pm");
  });
});

describe("the board under the pointer and the keys", () => {
  test("a row’s words do not break anew when the pointer or the keyboard comes", async () => {
    const { heron } = await twoAtBoard();
    const words = heron.note("Open until 11 pm").locator("p").first();
    const width = async () => (await words.boundingBox())?.width;
    await heron.page.mouse.move(0, 0);
    const before = await width();
    await heron.note("Open until 11 pm").hover();
    expect(await width()).toBe(before);
    await heron.note("Open until 11 pm").focus();
    expect(await width()).toBe(before);
  });

  test("G opens the move menu at the groups", async () => {
    const { heron } = await twoAtBoard();
    await heron.note("Open until 11 pm").focus();
    await heron.page.keyboard.press("g");
    await heron.page.locator("[role=menuitem]:focus").filter({ hasText: "New group…" }).waitFor();
  });

  test("undoing a move that somebody else overtook puts the note nowhere else", async () => {
    const { heron, moderator } = await twoAtBoard();
    await move(heron, "Open until 11 pm", "2");
    await moderator.section("W").getByText("Open until 11 pm").first().waitFor();
    await move(moderator, "Open until 11 pm", "3");
    await heron.section("O").getByText("Open until 11 pm").first().waitFor();
    await heron.page.keyboard.press("Control+z");
    await moderator.page.keyboard.press("Control+z");
    await heron.section("W").getByText("Open until 11 pm").first().waitFor();
    await eventually(() => moderator.texts("W"), ["Open until 11 pm"]);
  });
});
