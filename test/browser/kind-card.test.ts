import {
  boardKinds,
  type BoardDefinition,
  boardTemplates,
  editBoard,
  type Field,
  readItemFields,
} from "@tavolo/schema";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { type BoardClient, openBoardClient } from "../support/board-client.ts";
import { everyLook, expectAccessible, type PersonOptions, useBrowser } from "../support/browser.ts";
import { addFilledItem } from "../support/filled-item.ts";
import { picture } from "../support/picture.ts";
import { setTable, type SignedIn, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const server = useTestServer();
const browser = useBrowser();
let administrator: Awaited<ReturnType<typeof signInAdministrator>>;

beforeAll(async () => {
  administrator = await signInAdministrator(server);
});

/** A board of a kind with a peer that reads and writes its document. */
interface Place {
  readonly table: Table;
  readonly definition: BoardDefinition;
  readonly client: BoardClient;
  add(collection: string, fields: Readonly<Record<string, unknown>>): Promise<string>;
  read(collection: string, id: string, field: string): unknown;
}

async function lay(kind: string, at?: Table): Promise<Place> {
  const swot = at ?? (await setTable(server, { moderator: administrator }));
  const definition = boardKinds.get(kind)!;
  const template = boardTemplates().find((one) => one.kind === kind)!;
  const { createBoard } = await swot.moderator.graphql.run<{ createBoard: { board: { id: string } } }>(
    `mutation ($input: CreateBoardInput!) { createBoard(input: $input) { board { id } } }`,
    { input: { workshopId: swot.workshopId, templateId: template.id, title: `A ${kind}`, display: "NAMED" } },
  );
  const table = { ...swot, boardId: createBoard.board.id };
  const client = await openBoardClient({
    url: server.url,
    boardId: table.boardId,
    cookie: table.moderator.cookie,
  });
  const editor = editBoard(definition, client.doc, { origin: "test" });
  return {
    table,
    definition,
    client,
    async add(collection, fields) {
      const id = editor.add(collection, fields);
      await client.saved();
      return id;
    },
    read: (collection, id, field) => readItemFields(definition, client.doc, collection, id)?.[field],
  };
}

/** Opens the card of an item by its address. */
async function openCard(
  { table }: Place,
  id: string,
  person: Pick<SignedIn, "cookie"> = table.moderator,
  options: PersonOptions = {},
): Promise<Page> {
  const { page } = await browser.person(server, { ...options, cookie: person.cookie });
  await page.goto(`/boards/${table.boardId}#${id}`);
  await page.locator("[data-field]").first().waitFor();
  await page.locator('[data-save]:is([data-kind="saved"], [data-kind="readOnly"])').waitFor();
  return page;
}

/** Presses Tab until the keyboard is in a place of the card. */
async function tabTo(page: Page, place: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await page.evaluate((css) => document.activeElement?.matches(css) ?? false, place)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${place}.`);
}

const inField = (name: string) => `[data-field="${name}"] *`;

/** The keys with which each kind is filled, from where Tab first comes to its field; and what it then holds. */
const filling: Readonly<Record<string, readonly [keys: readonly string[], held: (field: Field) => unknown]>> =
  {
    text: [["as it was said"], () => "as it was said"],
    number: [["1,250", "Enter"], () => 1_250],
    money: [["1,250.50", "Enter"], () => ({ minor: 125_050, currency: "EUR" })],
    option: [["ArrowDown"], (field) => (field as Field & { values: string[] }).values[0]],
    choice: [["ArrowDown"], (field) => (field as Field & { values: string[] }).values[1]],
    rating: [["ArrowDown"], (field) => (field as Field & { min: number }).min],
    choices: [["Space"], (field) => [(field as Field & { values: string[] }).values[0]]],
    tags: [["mobility", "Enter"], () => ["mobility"]],
    organisation: [["Forum", "Enter"], () => ({ name: "Forum", id: null })],
    organisations: [["Forum", "Enter"], () => [{ name: "Forum", id: null }]],
    date: [["11112026"], () => "2026-11-11"],
    period: [["Q2 2026", "Enter"], () => "2026-Q2"],
    mark: [["Space"], () => true],
    url: [["example.org/a", "Enter"], () => "https://example.org/a"],
    urls: [["example.org/a", "Enter"], () => ["https://example.org/a"]],
    provisions: [["ArrowDown", "Space"], () => [expect.any(String)]],
    provision: [["ArrowDown", "Space"], () => expect.any(String)],
    breakdown: [["4", "Enter"], (field) => ({ [(field as Field & { parts: string[] }).parts[0]!]: 4 })],
    itemRef: [["ArrowDown"], () => expect.any(String)],
    translations: [["Eisvogel", "Tab"], () => ({ it: { text: "Eisvogel", status: "human" } })],
  };

const NAMED = new Set(["Enter", "Space", "Tab", "ArrowDown"]);

describe("a card", () => {
  test.each([
    [
      "gender_balance_sheet",
      "lines",
      ["mission", "planned", "genderClass", "area", "women", "age", "effect"],
    ],
    [
      "monitoring_tool",
      "indicators",
      ["standards", "dataHolder", "disaggregation", "baselinePeriod", "sensitivity"],
    ],
    ["peer_review", "items", ["item", "selfRating", "evidence", "followUp"]],
    ["stakeholder_map", "actors", ["atTable"]],
    ["pestel", "factors", ["source"]],
    ["action_plan", "actions", ["partners"]],
    ["theory_of_change", "links", ["from"]],
  ])("of a %s is filled by the keyboard alone, field by field", async (kind, _, names) => {
    const place = await lay(kind);
    const { structure } = place.definition;
    const collection = names[0] === "from" ? "links" : "items" in structure ? structure.items : "";
    const declared = place.definition.collections[collection]!;
    if (collection === "links") await place.add("steps", { text: "Staff hours", section: "inputs" });
    const id = await place.add(collection, {
      ...(declared.title && { [declared.title]: "What it is" }),
      ...(declared.fields["section"] && { section: place.definition.sections[0]!.key }),
    });
    const page = await openCard(place, id);
    for (const name of names) {
      const field = declared.fields[name]!;
      const [keys, held] = filling[field.kind]!;
      await tabTo(page, inField(name));
      for (const key of keys) {
        if (NAMED.has(key)) await page.keyboard.press(key);
        else await page.keyboard.type(key);
      }
      await expect.poll(() => place.read(collection, id, name), { timeout: 15_000 }).toEqual(held(field));
    }
    await picture(page, `card-${kind}`);
  });

  test("links to an indicator of another board, found by its words, and says what it is called now", async () => {
    const tool = await lay("monitoring_tool");
    const indicator = await tool.add("indicators", { title: "Women on night buses", section: "OUTCOME" });
    const sheet = await lay("gender_balance_sheet", tool.table);
    const id = await sheet.add("lines", { line: "Night bus", section: "budget" });
    const page = await openCard(sheet, id);
    await tabTo(page, inField("indicator"));
    await page.keyboard.press("Enter");
    await page.keyboard.type("night");
    const hit = page.getByRole("button", { name: /Women on night buses/ });
    await hit.waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const key = `${tool.table.boardId}/indicators/${indicator}`;
    await expect
      .poll(() => sheet.read("lines", id, "indicator"))
      .toEqual({ [key]: { kind: "monitoring_tool", text: "Women on night buses" } });
    const link = page.getByRole("link", { name: "Women on night buses" });
    expect(await link.getAttribute("href")).toBe(`/boards/${tool.table.boardId}#${indicator}`);
  });

  test("is filled by two people at once, who see where the other is", async () => {
    const place = await lay("gender_balance_sheet");
    const id = await place.add("lines", { line: "Night bus", section: "budget" });
    const linnet = await place.table.join({ displayName: "Linnet" });
    const [one, other] = [await openCard(place, id), await openCard(place, id, linnet)];
    await one.getByRole("textbox", { name: "Budget line", exact: true }).focus();
    await one.keyboard.press("End");
    const women = other.getByRole("textbox", { name: "Beneficiaries women" });
    await women.focus();
    await one.locator('[data-field="women"]').getByText("Linnet").waitFor();
    await picture(one, "card-somebody-is-in-it");
    await Promise.all([one.keyboard.type(" 7"), women.pressSequentially("1200")]);
    await women.press("Enter");
    await expect
      .poll(() => [place.read("lines", id, "line"), place.read("lines", id, "women")])
      .toEqual(["Night bus 7", 1_200]);
    await expect
      .poll(() => one.getByRole("textbox", { name: "Beneficiaries women" }).inputValue())
      .toBe("1,200");
    await expect
      .poll(() => other.getByRole("textbox", { name: "Budget line", exact: true }).inputValue())
      .toBe("Night bus 7");

    await server.engine.caughtUp(place.table.boardId);
    const { board } = await place.table.moderator.graphql.run<{ board: { content: { nodes: unknown[] } } }>(
      `query ($id: ID!) { board(id: $id) { content(first: 5) { nodes {
        ... on GenderBalanceSheetBudgetLine { line women }
      } } } }`,
      { id: place.table.boardId },
    );
    expect(board.content.nodes).toEqual([{ line: "Night bus 7", women: 1_200 }]);
  });

  test("keeps what was typed where it does not hold, says why, and takes each change back by itself", async () => {
    const place = await lay("gender_balance_sheet");
    const id = await place.add("lines", { line: "Night bus", section: "budget", men: 3 });
    const page = await openCard(place, id);
    const men = page.getByRole("textbox", { name: "Beneficiaries men" });
    await men.fill("a few");
    await men.press("Enter");
    await page.getByText("Write a whole number. 0 or more.").waitFor();
    expect(await men.inputValue()).toBe("a few");
    expect(place.read("lines", id, "men")).toBe(3);
    await men.fill("40");
    await men.press("Enter");
    await expect.poll(() => place.read("lines", id, "men")).toBe(40);
    await page.getByText("Write a whole number.").waitFor({ state: "detached" });
    const amount = page.getByRole("textbox", { name: "Planned EUR: amount" });
    await amount.fill("12");
    await amount.press("Enter");
    await expect.poll(() => place.read("lines", id, "planned")).toEqual({ minor: 1_200, currency: "EUR" });
    await page.getByRole("button", { name: "More for this board" }).click();
    await page.getByRole("menuitem", { name: "Undo" }).click();
    await expect.poll(() => place.read("lines", id, "planned")).toBeNull();
    expect(place.read("lines", id, "men")).toBe(40);
  });

  test("of a new item comes to the board with its first words, and of none when it is left", async () => {
    const place = await lay("theory_of_change");
    const id = await place.add("steps", { text: "Staff hours", section: "inputs" });
    const page = await openCard(place, id);
    const count = () => place.client.doc.getMap("steps").size;
    await page.getByRole("button", { name: "One more: step" }).click();
    await page.getByText("It comes to the board with your first words.").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("[data-field]").first().waitFor({ state: "detached" });
    expect(count()).toBe(1);

    await page.goto(`/boards/${place.table.boardId}#${id}`);
    await page.getByRole("button", { name: "One more: step" }).click();
    await page.keyboard.type("A room");
    await expect.poll(count).toBe(2);
    const added = [...place.client.doc.getMap("steps").keys()].find((one) => one !== id)!;
    await expect.poll(() => place.read("steps", added, "text")).toBe("A room");
    expect(place.read("steps", added, "section")).toBe("inputs");
    await page.getByRole("button", { name: "One place up" }).click();
    await page.keyboard.press("Alt+PageDown");
    await expect
      .poll(() => page.getByRole("textbox", { name: "Text", exact: true }).inputValue())
      .toBe("Staff hours");
    await page.getByRole("button", { name: "Move to the bin" }).click();
    await expect.poll(() => place.read("steps", id, "removed")).toBe(true);
  });

  test("is read and not written once the board is frozen, and says why", async () => {
    const place = await lay("monitoring_tool");
    const id = await place.add("indicators", { title: "Women on night buses", section: "OUTCOME" });
    const page = await openCard(place, id);
    await page.locator('[data-field="code"] textarea').waitFor();
    await place.table.moderator.graphql.run(
      `mutation ($input: FreezeBoardInput!) { freezeBoard(input: $input) { board { id } } }`,
      { input: { boardId: place.table.boardId, reason: "Agreed" } },
    );
    await page.getByText("The board is frozen: this can be read, not changed.").first().waitFor();
    expect(await page.locator("[data-field] :is(input, textarea, select)").count()).toBe(0);
    await page.getByText("Decided by the group").waitFor();
    await expectAccessible(page);
  });

  test("on a phone keeps the keyboard, and gives it back", async () => {
    const place = await lay("theory_of_change");
    const id = await place.add("steps", { text: "Staff hours", section: "inputs" });
    const page = await openCard(place, id, place.table.moderator, { viewport: "phone" });
    const dialog = page.getByRole("dialog", { name: "Staff hours" });
    await dialog.waitFor();
    for (let presses = 0; presses < 25; presses += 1) {
      await page.keyboard.press("Tab");
      expect(await dialog.evaluate((card) => card.contains(document.activeElement))).toBe(true);
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  });

  test.each(everyLook)("shuts nobody out: $viewport, $theme, $language", async (look) => {
    const place = await lay("gender_balance_sheet");
    const editor = editBoard(place.definition, place.client.doc, { origin: "test" });
    const id = addFilledItem(place.definition, editor, "lines");
    await place.client.saved();
    const page = await openCard(place, id, place.table.moderator, look);
    await page.locator("details > summary").first().click();
    await expectAccessible(page);
    const tool = await lay("monitoring_tool", place.table);
    const indicator = addFilledItem(
      tool.definition,
      editBoard(tool.definition, tool.client.doc, { origin: "test" }),
      "indicators",
    );
    await tool.client.saved();
    await page.goto(`/boards/${tool.table.boardId}#${indicator}`);
    await page.locator(".picker__list").waitFor();
    await expectAccessible(page);
  });
});
