import { editBoard, readBoard, theoryOfChange } from "@tavolo/schema";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openBoardClient } from "../support/board-client.ts";
import { expectAccessible, type PersonOptions, useBrowser } from "../support/browser.ts";
import { setTable } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { eventually } from "./board-page.ts";
import { layOut, openKind, saved } from "./kind-table.ts";

const server = useTestServer();
const browser = useBrowser();
let table: ReturnType<typeof setTable> | undefined;
const setOnce = () => (table ??= setTable(server));

/** A desk by day in English, and a phone by night in Italian. */
const LOOKS: readonly PersonOptions[] = [
  { viewport: "desk", theme: "light", language: "en" },
  { viewport: "phone", theme: "dark", language: "it" },
];

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const card = (page: Page, text: string) => page.locator("[data-stop]").filter({ hasText: text }).last();
const titlesIn = (page: Page, name: string) => section(page, name).locator(".row__t").allInnerTexts();

/** Adds an item by the button of its section and leaves its card. */
async function write(page: Page, where: string, text: string): Promise<void> {
  await section(page, where)
    .getByRole("button", { name: /^(Add|Aggiungi):/ })
    .click();
  await page.locator("textarea:focus").waitFor();
  await page.keyboard.type(text);
  await section(page, where).getByText(text).waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".card").waitFor({ state: "detached" });
}

/** A board of a kind with its moderator and somebody of civil society at it. */
async function sitDown(kind: string) {
  const { workshopId, moderator, join } = await setOnce();
  const boardId = await layOut({ workshopId, moderator }, kind);
  const ada = await openKind(browser, server, boardId, moderator);
  const seat = await join({ displayName: "Heron", stakeholderGroup: "CSO" });
  const heron = await openKind(browser, server, boardId, seat);
  return { boardId, moderator, ada: ada.page, heron: heron.page };
}

/** The board as people of different screens see it, checked and pictured. */
async function lookAt(boardId: string): Promise<void> {
  const { moderator } = await setOnce();
  for (const look of LOOKS) {
    const { page } = await openKind(browser, server, boardId, moderator, look);
    await page.locator("[data-stop]").first().waitFor();
    await expectAccessible(page);
    await page.context().close();
  }
}

describe("columns", () => {
  test("two people fill the sections at once, and each sees what the other adds and where the other is", async () => {
    const { boardId, ada, heron } = await sitDown("pestel");
    await section(ada, "Political").getByText("Elections, majorities").waitFor();
    await Promise.all([
      write(ada, "Political", "A new council sits in spring"),
      write(heron, "Economic", "Rents rise faster than wages"),
    ]);
    await section(ada, "Economic").getByText("Rents rise faster than wages").waitFor();
    await section(heron, "Political").getByText("A new council sits in spring").waitFor();
    await card(ada, "Rents rise").focus();
    await card(heron, "Rents rise").getByText("is here").waitFor();
    await Promise.all([saved(ada), saved(heron)]);
    await lookAt(boardId);
  });

  test("goes by keyboard alone: through the cards, into one, up, down, elsewhere, away and back", async () => {
    const { ada: page } = await sitDown("pestel");
    for (const text of ["Heat", "Floods", "Mobility"]) await write(page, "Environmental", text);
    await card(page, "Heat").focus();
    await page.keyboard.press("ArrowDown");
    expect(await page.locator(":focus").getAttribute("data-stop")).toBe(
      await card(page, "Floods").getAttribute("data-stop"),
    );
    await page.keyboard.press("Shift+ArrowUp");
    await eventually(() => titlesIn(page, "Environmental"), ["Floods", "Heat", "Mobility"]);
    await page.keyboard.press("Shift+ArrowLeft");
    await eventually(() => titlesIn(page, "Technological"), ["Floods"]);
    await page.keyboard.press("m");
    await page.getByRole("menuitemradio", { name: "Legal" }).press("Enter");
    await eventually(() => titlesIn(page, "Legal"), ["Floods"]);
    await expect.poll(() => page.locator(":focus").innerText()).toContain("Floods");

    await page.keyboard.press("Enter");
    await page.getByRole("complementary", { name: "Card: Floods" }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(":focus").innerText()).toContain("Floods");
    await page.keyboard.press("Delete");
    await eventually(() => titlesIn(page, "Legal"), []);
    await page.keyboard.press("Control+Z");
    await eventually(() => titlesIn(page, "Legal"), ["Floods"]);

    await page.keyboard.press("f");
    await page.keyboard.type("mobil");
    await eventually(() => page.locator(".row__t").allInnerTexts(), ["Mobility"]);
  });
});

describe("a score matrix", () => {
  test("two groups score the same pair, a strong one becomes a strategy linked to both", async () => {
    const { boardId, ada, heron } = await sitDown("tows");
    await Promise.all([
      write(ada, "Strength", "Free legal advice"),
      write(heron, "Opportunity", "A regional fund opens"),
    ]);
    await write(heron, "Weakness", "Opening hours nobody can keep");
    await write(heron, "Threat", "The lease ends");
    await ada.getByLabel("You score for").selectOption("municipality");
    const theirs = heron.getByLabel("S1 × O1, score of Civil society");
    await theirs.selectOption("3");
    await ada.getByLabel("S1 × O1, score of Municipality").selectOption("2");
    await heron.getByText("mean 2.5, 2 groups").waitFor();
    await ada.getByText("mean 2.5, 2 groups").waitFor();
    expect(await theirs.inputValue()).toBe("3");
    expect(await heron.getByLabel("S1 × O1, score of Municipality").count()).toBe(0);

    await heron.getByRole("button", { name: "Make it a strategy: S1 × O1" }).click();
    await heron.locator("textarea:focus").waitFor();
    await heron.keyboard.type("Ask the fund for a legal desk");
    await section(ada, "SO – expand").getByText("Ask the fund for a legal desk").waitFor();
    for (const factor of ["Free legal advice", "A regional fund opens"])
      await section(ada, "SO – expand").getByText(factor).waitFor();
    await heron.keyboard.press("Escape");
    await ada.getByRole("button", { name: "Open the strategy of S1 × O1" }).waitFor();

    await theirs.selectOption("");
    await ada.getByText("mean 2, 1 group").waitFor();
    await Promise.all([saved(ada), saved(heron)]);
    await lookAt(boardId);
  });
});

describe("a plane", () => {
  test("who is rated moves to a quarter and onto the plane, for everybody", async () => {
    const { boardId, ada, heron } = await sitDown("stakeholder_map");
    await Promise.all([
      write(ada, "Not placed yet", "Tenants’ union"),
      write(heron, "Not placed yet", "Regional assembly"),
    ]);
    await card(ada, "Regional assembly").press("Enter");
    for (const [field, step] of [
      ["power", "5"],
      ["interest", "4"],
      ["rightsAtStake", "2"],
    ] as const) {
      await ada.locator(`[data-field="${field}"] select`).selectOption(step);
    }
    await ada.keyboard.press("Escape");
    await section(heron, "Work closely").getByText("Regional assembly").waitFor();
    const button = heron.getByRole("button", {
      name: /^Regional assembly – .*: 5 of 5, .*: 4 of 5, .*: 2 of 5$/,
    });
    await button.press("Enter");
    await heron.getByRole("complementary", { name: "Card: Regional assembly" }).waitFor();
    await heron.keyboard.press("Escape");
    await eventually(() => titlesIn(heron, "Not placed yet"), ["Tenants’ union"]);
    await heron.getByText("1 stakeholder is missing at the table").waitFor();
    await Promise.all([saved(ada), saved(heron)]);
    await lookAt(boardId);
  });
});

describe("a chain", () => {
  test("two people add steps and join them; an arrow carries its assumption and can be taken away", async () => {
    const { boardId, ada, heron } = await sitDown("theory_of_change");
    await Promise.all([
      write(ada, "Inputs", "Two trainers"),
      write(heron, "Activities", "Courses on rights"),
    ]);
    await card(ada, "Courses on rights").waitFor();
    const join = async (page: Page, from: string, to: string) => {
      await card(page, from)
        .getByRole("button", { name: /lead on to/ })
        .press("Enter");
      await page.getByLabel("This leads to").selectOption({ label: to });
    };
    await join(ada, "Two trainers", "Courses on rights");
    await section(heron, "Inputs").getByText("leads to: Courses on rights").waitFor();
    await section(heron, "Activities").getByText("follows from: Two trainers").waitFor();

    // Back again would close a circle: it is not offered.
    await card(heron, "Courses on rights")
      .getByRole("button", { name: /lead on to/ })
      .press("Enter");
    expect(await heron.getByLabel("This leads to").locator("option").allInnerTexts()).toEqual([
      "There is no other step it could lead to",
    ]);
    await heron.keyboard.press("Escape");

    await section(heron, "Inputs").getByText("leads to: Courses on rights").click();
    await heron.getByRole("textbox", { name: "Assumption" }).click();
    await heron.keyboard.type("Staff may leave their desks");
    await section(ada, "Inputs").getByText("if: Staff may leave their desks").waitFor();
    await Promise.all([saved(ada), saved(heron)]);
    await lookAt(boardId);

    await ada
      .getByRole("button", { name: "Take away the arrow from “Two trainers” to “Courses on rights”" })
      .click();
    await section(heron, "Inputs").getByText("leads to:").waitFor({ state: "detached" });
  });

  test("names the arrow that closes a circle two people drew at once, and leads to its card", async () => {
    const { workshopId, moderator } = await setOnce();
    const boardId = await layOut({ workshopId, moderator }, "theory_of_change");
    const connect = () => openBoardClient({ url: server.url, boardId, cookie: moderator.cookie });
    const peers = [await connect(), await connect()] as const;
    const editors = peers.map(({ doc }) => editBoard(theoryOfChange, doc, { origin: "test" }));
    const [course, reach] = [
      editors[0]!.add("steps", { section: "activities", text: "Courses" }),
      editors[0]!.add("steps", { section: "outcomes", text: "Answers in time" }),
    ];
    await peers[0].saved();
    await expect.poll(() => readBoard(theoryOfChange, peers[1].doc).steps).toHaveLength(2);
    editors[0]!.add("links", { from: course, to: reach });
    editors[1]!.add("links", { from: reach, to: course });
    await Promise.all(peers.map((peer) => peer.saved()));

    const { page } = await openKind(browser, server, boardId, moderator);
    await page.getByText("This arrow closes a circle.").waitFor();
    expect(await page.getByText("This arrow closes a circle.").count()).toBe(1);
    await page.getByText(/where the logic does not hold yet/).click();
    await page
      .getByRole("definition")
      .filter({ has: page.getByRole("button", { name: "→" }) })
      .getByRole("button")
      .first()
      .click();
    await page.getByRole("complementary", { name: /^Card:/ }).waitFor();
  });
});
