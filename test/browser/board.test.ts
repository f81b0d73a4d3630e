import { describe, expect, test } from "vitest";
import { everyLook, expectAccessible, useBrowser } from "../support/browser.ts";
import { setTable, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { eventually, layNotes, openBoard } from "./board-page.ts";

const server = useTestServer();
const browser = useBrowser();

let administrator: ReturnType<typeof signInAdministrator> | undefined;
const newTable = async (options: Parameters<typeof setTable>[1] = {}) =>
  setTable(server, {
    display: "NAMED",
    ...options,
    moderator: await (administrator ??= signInAdministrator(server)),
  });

const freeze = ({ boardId, moderator }: Table, reason: string) =>
  moderator.graphql.run(
    `mutation ($input: FreezeBoardInput!) { freezeBoard(input: $input) { board { state } } }`,
    {
      input: { boardId, reason },
    },
  );

describe("two participants and a moderator at one board", () => {
  test("a note is seen by the others while it is being written, with its writer’s name", async () => {
    const table = await newTable();
    const heron = await openBoard(browser, server, table, await table.join({ displayName: "Heron" }));
    const linnet = await openBoard(browser, server, table, await table.join({ displayName: "Linnet" }));
    await heron.section("W").getByRole("button", { name: "Add a note" }).first().click();
    await heron.page.keyboard.type("There is no fund for small rep");
    const row = linnet.note("There is no fund for small rep");
    await row.getByText("Heron is writing").waitFor();
    await heron.page.keyboard.type("airs");
    await heron.page.keyboard.press("Escape");
    await linnet.note("There is no fund for small repairs").waitFor();
    await row.getByText("Heron · Civil society").waitFor();
    await heron.status("saved");
  });

  test("both write in the same note: nothing is lost and nobody’s caret jumps", async () => {
    const table = await newTable();
    await layNotes(table, [["S", "the lift is broken"]]);
    const heron = await openBoard(browser, server, table, await table.join({ displayName: "Heron" }));
    const linnet = await openBoard(browser, server, table, await table.join({ displayName: "Linnet" }));
    await heron.edit("the lift is broken");
    await linnet.edit("the lift is broken");
    await linnet.page.keyboard.press("Home");

    await Promise.all([
      heron.page.keyboard.type(" since March, say the neighbours", { delay: 8 }),
      linnet.page.keyboard.type("As everybody knows, ", { delay: 8 }),
    ]);
    const both = "As everybody knows, the lift is broken since March, say the neighbours";
    await eventually(() => heron.field.inputValue(), both);
    await eventually(() => linnet.field.inputValue(), both);
    // Each goes on exactly where they were.
    await heron.page.keyboard.type("!");
    await linnet.page.keyboard.type("well: ");
    const ended = "As everybody knows, well: the lift is broken since March, say the neighbours!";
    await eventually(() => heron.field.inputValue(), ended);
    await eventually(() => linnet.field.inputValue(), ended);
  });

  test("a word being composed by an input method is not torn by what others write", async () => {
    const table = await newTable();
    await layNotes(table, [["S", "Aperto"]]);
    const heron = await openBoard(browser, server, table, await table.join({ displayName: "Heron" }));
    const linnet = await openBoard(browser, server, table, await table.join({ displayName: "Linnet" }));
    await heron.edit("Aperto");
    const keys = await heron.context.newCDPSession(heron.page);
    await keys.send("Input.imeSetComposition", { text: " perch", selectionStart: 6, selectionEnd: 6 });
    await linnet.edit("Aperto");
    await linnet.page.keyboard.press("Home");
    await linnet.page.keyboard.type("Sempre ");
    await linnet.status("saved");
    await keys.send("Input.insertText", { text: " perché" });
    await eventually(() => heron.field.inputValue(), "Sempre Aperto perché");
    await eventually(() => linnet.field.inputValue(), "Sempre Aperto perché");
  });

  test("a note moves by menu, by dragging and by keys, and each move can be taken back by who made it", async () => {
    const table = await newTable();
    await layNotes(table, [
      ["S", "Open until 11 pm"],
      ["S", "Courtyard used by schools"],
      ["T", "Rents go up"],
    ]);
    const heron = await openBoard(browser, server, table, await table.join());
    const moderator = await openBoard(browser, server, table, table.moderator);

    await heron.note("Open until 11 pm").getByRole("button", { name: "Move to… Open until 11 pm" }).click();
    await heron.page.getByRole("menuitemradio", { name: "Weaknesses" }).click();
    await moderator.section("W").locator("[data-note]").filter({ hasText: "Open until 11 pm" }).waitFor();
    await heron.page.getByRole("button", { name: "Undo", exact: true }).click();
    await moderator.section("S").locator("[data-note]").filter({ hasText: "Open until 11 pm" }).waitFor();

    await heron
      .note("Open until 11 pm")
      .dragTo(heron.note("Rents go up"), { targetPosition: { x: 60, y: 4 } });
    await eventually(() => moderator.texts("T"), ["Open until 11 pm", "Rents go up"]);

    await heron.note("Open until 11 pm").focus();
    await heron.page.keyboard.press("Shift+ArrowDown");
    await eventually(() => moderator.texts("T"), ["Rents go up", "Open until 11 pm"]);
    await heron.page.keyboard.press("Control+z");
    await heron.page.keyboard.press("Control+z");
    await eventually(() => moderator.texts("S"), ["Open until 11 pm", "Courtyard used by schools"]);
    await heron.page.keyboard.press("Control+Shift+z");
    await eventually(() => moderator.texts("T"), ["Open until 11 pm", "Rents go up"]);
  });

  test("the keyboard stays on its note when somebody else moves it", async () => {
    const table = await newTable();
    await layNotes(table, [["S", "Open until 11 pm"]]);
    const heron = await openBoard(browser, server, table, await table.join());
    const moderator = await openBoard(browser, server, table, table.moderator);
    await heron.note("Open until 11 pm").focus();
    await moderator.note("Open until 11 pm").focus();
    await moderator.page.keyboard.press("m");
    await moderator.page.keyboard.press("3");
    await heron.section("O").locator("[data-note]:focus").filter({ hasText: "Open until 11 pm" }).waitFor();
    await heron.page
      .getByText("The note you are on was moved to Opportunities.")
      .waitFor({ state: "attached" });
  });

  test("alike notes get a group with a name; removing the group keeps its notes", async () => {
    const table = await newTable();
    await layNotes(table, [
      ["W", "No lift"],
      ["W", "No tactile map"],
    ]);
    const heron = await openBoard(browser, server, table, await table.join());
    const moderator = await openBoard(browser, server, table, table.moderator);
    await heron.note("No lift").focus();
    await heron.page.keyboard.press("g");
    await heron.page.getByRole("menuitem", { name: "New group…" }).click();
    await heron.field.waitFor();
    await heron.page.keyboard.type("Some residents stay outside");
    await heron.page.keyboard.press("Enter");
    await moderator
      .group("Some residents stay outside")
      .locator("[data-note]")
      .filter({ hasText: "No lift" })
      .waitFor();

    await moderator
      .note("No tactile map")
      .getByRole("button", { name: /^Move to/ })
      .click();
    await moderator.page.getByRole("menuitemradio", { name: "Some residents stay outside" }).click();
    await heron
      .group("Some residents stay outside")
      .locator("[data-note]")
      .filter({ hasText: "No tactile map" })
      .waitFor();

    await heron
      .group("Some residents stay outside")
      .getByRole("button", { name: /^More for the group/ })
      .click();
    await heron.page.getByRole("menuitem", { name: "Remove the group, keep its notes" }).click();
    await moderator.group("Not in a group").locator("[data-note]").filter({ hasText: "No lift" }).waitFor();
    await heron.page.keyboard.press("Control+z");
    await moderator
      .group("Some residents stay outside")
      .locator("[data-note]")
      .filter({ hasText: "No tactile map" })
      .waitFor();
  });

  test("a note goes to the bin and comes back from it", async () => {
    const table = await newTable();
    await layNotes(table, [["O", "A five-year agreement is possible"]]);
    const heron = await openBoard(browser, server, table, await table.join());
    const linnet = await openBoard(browser, server, table, await table.join({ displayName: "Linnet" }));
    await heron.note("A five-year agreement is possible").focus();
    await heron.page.keyboard.press("Delete");
    await linnet.note("A five-year agreement is possible").waitFor({ state: "detached" });
    await linnet.page.getByRole("button", { name: "More for this board" }).click();
    await linnet.page.getByRole("menuitem", { name: "Bin" }).click();
    await expectAccessible(linnet.page);
    await linnet.page
      .getByRole("dialog")
      .getByRole("button", { name: "Restore A five-year agreement is possible" })
      .click();
    await heron.note("A five-year agreement is possible").waitFor();
  });

  test("what a note carries is edited among its details and found by the filter", async () => {
    const table = await newTable();
    await layNotes(table, [
      ["S", "Open until 11 pm"],
      ["S", "Courtyard used by schools"],
    ]);
    const heron = await openBoard(browser, server, table, await table.join());
    const linnet = await openBoard(browser, server, table, await table.join({ displayName: "Linnet" }), {
      language: "it",
    });
    await heron.note("Open until 11 pm").focus();
    await heron.page.keyboard.press("d");
    const dialog = heron.page.getByRole("dialog", { name: "Note" });
    await dialog.getByPlaceholder("Find by number or word").fill("assembly");
    await dialog.getByRole("checkbox", { name: /Art\. 12/ }).check();
    await dialog.getByLabel("Italian").fill("Aperto fino alle 23");
    await dialog.getByLabel("Italian").blur();
    await dialog.getByRole("radio", { name: "Yellow" }).check();
    await dialog.getByLabel(/^Evidence/).fill("example.org/opening-hours");
    await dialog.getByLabel(/^Evidence/).blur();
    await expectAccessible(heron.page);
    await dialog.getByRole("button", { name: "Done" }).click();

    const row = linnet.note("Aperto fino alle 23");
    await row.getByText("Art. 12").waitFor();
    expect(await row.getByRole("link", { name: "Fonte" }).getAttribute("href")).toBe(
      "https://example.org/opening-hours",
    );
    await row.getByRole("button", { name: "Mostra l'originale in inglese" }).click();
    await row.getByText("Open until 11 pm").waitFor();

    await linnet.page.getByRole("button", { name: "Filtra" }).click();
    await linnet.page.getByRole("dialog").getByLabel("Diritti della Carta UE").selectOption("CFR-12");
    await linnet.page.getByRole("dialog").getByRole("button", { name: "Mostra le note" }).click();
    await linnet.page.getByText("1 nota trovata").waitFor();
    expect(await linnet.texts("S")).toEqual(["Aperto fino alle 23"]);
  });

  test("what is being typed when the board freezes is kept, and everybody sees why it froze", async () => {
    const table = await newTable();
    const heron = await openBoard(browser, server, table, await table.join());
    const moderator = await openBoard(browser, server, table, table.moderator);
    await heron.section("S").getByRole("button", { name: "Add a note" }).first().click();
    await heron.page.keyboard.type("Volunteers mend the benches");

    await moderator.page.getByRole("button", { name: "Freeze…" }).click();
    await expectAccessible(moderator.page);
    const freezing = moderator.page.getByRole("dialog").getByRole("button", { name: "Freeze", exact: true });
    await freezing.click();
    await moderator.page.getByText("Say in a sentence why: everybody at the board reads it.").waitFor();
    await moderator.page.getByLabel("Why").fill("The round table is over");
    await freezing.click();

    await heron.page
      .getByRole("region", { name: "How the board stands" })
      .getByText("The round table is over")
      .waitFor();
    await heron.status("readOnly");
    await heron.note("Volunteers mend the benches").waitFor();
    expect(await heron.page.getByRole("button", { name: "Add a note" }).count()).toBe(0);
    await heron.page
      .getByText("The board was frozen: you can read it, but not change it.")
      .waitFor({ state: "attached" });
    await expectAccessible(heron.page);

    await moderator.note("Volunteers mend the benches").waitFor();
    await moderator.page.getByRole("button", { name: "Reopen…" }).click();
    await moderator.page.getByLabel("Why").fill("One more idea");
    await moderator.page.getByRole("dialog").getByRole("button", { name: "Reopen", exact: true }).click();
    await heron.write("S", "One more idea");
    await moderator.note("One more idea").waitFor();
    await heron.status("saved");
  });

  test("where everyone changes their own notes, others’ are locked and say why", async () => {
    const table = await newTable({ editing: "OWN" });
    await layNotes(table, [["S", "The moderator’s note"]]);
    const heron = await openBoard(browser, server, table, await table.join());
    await heron.write("S", "My own note");
    await heron
      .note("The moderator’s note")
      .getByRole("button", { name: /cannot be moved/ })
      .click({ force: true });
    await heron.page.getByText("On this board you can change your own notes only.").first().waitFor();
    await heron.note("The moderator’s note").focus();
    await heron.page.keyboard.press("Delete");
    await heron.note("My own note").focus();
    await heron.page.keyboard.press("Delete");
    await heron.note("My own note").waitFor({ state: "detached" });
    expect(await heron.texts("S")).toEqual(["The moderator’s note"]);
    await expectAccessible(heron.page);
  });

  test("an observer reads along and is told so; a change of role counts at once", async () => {
    const table = await newTable();
    const seat = await table.join({ role: "OBSERVER", displayName: "Egret" });
    const egret = await openBoard(browser, server, table, seat);
    await egret.page.getByText("Read only: you are an observer").waitFor();
    await layNotes(table, [["S", "Open until 11 pm"]]);
    await egret.note("Open until 11 pm").waitFor();
    await expectAccessible(egret.page);
    await table.moderator.graphql.run(
      `mutation ($input: SetParticipantRoleInput!) { setParticipantRole(input: $input) { participant { role } } }`,
      { input: { participantId: seat.participantId, role: "CONTRIBUTOR" } },
    );
    await egret.status("saved");
    await egret.write("S", "I may write now");
  });

  test("on an anonymous board nobody sees who writes, nor where", async () => {
    const table = await newTable({ display: "ANONYMOUS" });
    const heron = await openBoard(browser, server, table, await table.join({ displayName: "Heron" }));
    const linnet = await openBoard(browser, server, table, await table.join({ displayName: "Linnet" }));
    await linnet.page.getByRole("button", { name: "2 here at the board, show who" }).waitFor();
    await heron.write("S", "A delicate matter");
    await linnet.note("A delicate matter").waitFor();
    await linnet.page.getByRole("button", { name: "2 here at the board, show who" }).click();
    await linnet.page.getByText("The board shows neither names nor groups.").waitFor();
    expect(await linnet.page.getByText("Heron").count()).toBe(0);
  });
});

describe("work that the server does not take", () => {
  test("is kept, told of in plain words, and can be put back once the board is open again", async () => {
    const table = await newTable();
    const heron = await openBoard(browser, server, table, await table.join());
    await heron.context.setOffline(true);
    await heron.status("offline");
    await heron.write("T", "Written in the tram");
    await freeze(table, "The round table is over");
    await heron.context.setOffline(false);

    const panel = heron.page.getByRole("region", { name: "Some of your changes were not saved" });
    await panel.getByText("The board was frozen before your last changes arrived.").waitFor();
    await panel.getByText("Written in the tram").waitFor();
    await heron.status("readOnly");
    await expectAccessible(heron.page);
    await panel.getByRole("button", { name: "Copy text" }).click();
    await panel.getByText("Copied").waitFor();
    expect(await heron.page.evaluate(() => navigator.clipboard.readText())).toBe("Written in the tram");

    await heron.page.reload();
    await panel.getByText("Written in the tram").waitFor();
    await table.moderator.graphql.run(
      `mutation ($input: ReopenBoardInput!) { reopenBoard(input: $input) { board { state } } }`,
      { input: { boardId: table.boardId, reason: "One more" } },
    );
    await panel.getByRole("button", { name: "Put back as a new note" }).click();
    await heron.section("T").locator("[data-note]").filter({ hasText: "Written in the tram" }).waitFor();
    await heron.status("saved");
    await panel.getByRole("button", { name: "I am done" }).click();
    await panel.waitFor({ state: "detached" });
  });

  test("somebody who was removed is told so, and can copy what they had written", async () => {
    const table = await newTable();
    const seat = await table.join();
    const heron = await openBoard(browser, server, table, seat);
    await heron.write("S", "Here");
    await table.moderator.graphql.run(
      `mutation ($input: RemoveParticipantInput!) { removeParticipant(input: $input) { participant { id } } }`,
      { input: { participantId: seat.participantId } },
    );
    await heron.page.getByRole("heading", { level: 1 }).getByText("Your seat was taken away").waitFor();
    await expectAccessible(heron.page);
  });
});

describe("every state of the board can be used by everybody", () => {
  test("a board that is not theirs says so", async () => {
    const table = await newTable();
    const stranger = await (await newTable()).join();
    const { page } = await browser.person(server, { cookie: stranger.cookie });
    await page.goto(`/boards/${table.boardId}`);
    await page.getByRole("heading", { name: "No such board" }).waitFor();
    await expectAccessible(page);
  });

  test.each(everyLook)("empty and filled: $viewport, $theme, $language", async (look) => {
    const table = await newTable();
    const heron = await openBoard(browser, server, table, await table.join(), look);
    await expectAccessible(heron.page);
    await layNotes(table, [
      ["S", "Open until 11 pm"],
      [
        "W",
        "A very long note that speaks of opening times, keys, permits, liability and who pays for the light",
      ],
      ["T", "Rents go up"],
    ]);
    await heron.note("Rents go up").waitFor();
    await heron.edit("Rents go up");
    await heron.page.keyboard.type("!".repeat(300));
    await expectAccessible(heron.page);
    await heron.page.keyboard.press("Escape");
    await heron.note("Open until 11 pm").getByRole("button").first().click();
    await heron.page.getByRole("menu").waitFor();
    await expectAccessible(heron.page);
    await heron.page.keyboard.press("Escape");
    await heron.page.getByRole("menu").waitFor({ state: "detached" });
    await heron.page.keyboard.press("?");
    await heron.page.getByRole("dialog").waitFor();
    await expectAccessible(heron.page);
  });

  test("a phone as narrow as 320 pixels needs no sideways scrolling", async () => {
    const table = await newTable();
    await layNotes(table, [
      ["W", "Nontrasferibilitàdelleautorizzazioniamministrativecomunali without a break"],
    ]);
    const heron = await openBoard(browser, server, table, await table.join(), {
      viewport: "phone",
      language: "it",
    });
    await heron.page.setViewportSize({ width: 320, height: 640 });
    await expectAccessible(heron.page);
  });

  test("in forced colours", async () => {
    const table = await newTable();
    await layNotes(table, [["S", "Open until 11 pm"]]);
    const heron = await openBoard(browser, server, table, await table.join(), { forcedColours: true });
    await expectAccessible(heron.page);
  });
});
