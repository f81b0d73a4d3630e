import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import { describe, expect, test } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { setTable } from "../support/sign-in.ts";
import { startTestServer } from "../support/start-test-server.ts";
import { BoardPage, eventually, layNotes, openBoard } from "./board-page.ts";

const browser = useBrowser();
/** What a browser says of its own about a server that is away. */
const away = /WebSocket connection/;

/** The same person’s second window on the same device. */
async function secondWindow(first: BoardPage, boardId: string): Promise<BoardPage> {
  const page = await first.context.newPage();
  await page.goto(`/boards/${boardId}`);
  const window = new BoardPage(page, first.context, "en");
  await window.status("saved");
  return window;
}

describe("two windows of one person on one device", () => {
  test("count the same changes, and the one that stays sends what the closed one had written", async () => {
    const server = await startTestServer();
    const table = await setTable(server);
    const one = await openBoard(browser, server, table, await table.join());
    const two = await secondWindow(one, table.boardId);
    await one.context.setOffline(true);
    await Promise.all([one.status("offline"), two.status("offline")]);

    await one.write("S", "First");
    await one.write("S", "Second");
    await two.write("W", "Third");
    for (const { page } of [one, two])
      await page.getByText("Not saved – working offline, 3 changes kept on this device").waitFor();
    await two.note("First").waitFor();
    // The same note again is no further change.
    await two.edit("First");
    await two.page.keyboard.type("!");
    await two.page.keyboard.press("Escape");
    await one.note("First!").waitFor();
    await one.page.getByText("3 changes kept on this device").waitFor();

    await one.page.close({ runBeforeUnload: false });
    const seen = await two.watchStatus();
    await two.context.setOffline(false);
    await two.status("saved");
    expect((await seen()).indexOf("saved")).toBe((await seen()).length - 1);
    const moderator = await openBoard(browser, server, table, table.moderator);
    expect(await moderator.texts("S")).toEqual(["First!", "Second"]);
    expect(await moderator.texts("W")).toEqual(["Third"]);
  });

  test("one that is online sends what the other could not", async () => {
    const server = await startTestServer();
    const table = await setTable(server);
    const { cookie } = await table.join();
    const { page, context } = await browser.person(server, { cookie, tolerate: away });
    let isCut = false;
    await page.routeWebSocket(/\/sync/, (socket) => (isCut ? socket.close() : void socket.connectToServer()));
    await page.goto(`/boards/${table.boardId}`);
    const one = new BoardPage(page, context, "en");
    await one.status("saved");
    // This window’s socket never reaches the server again; the other’s does.
    isCut = true;
    const two = await secondWindow(one, table.boardId);
    await one.page.evaluate(() => window.dispatchEvent(new Event("offline")));
    await one.status("offline");
    await one.write("S", "Written behind a wall");
    await two.note("Written behind a wall").waitFor();
    await two.status("saved");
    await one.page.getByText("Working offline – new changes are kept on this device").waitFor();
    const moderator = await openBoard(browser, server, table, table.moderator);
    expect(await moderator.texts("S")).toEqual(["Written behind a wall"]);
  });

  test("both begin anew when the server refuses what one of them sends, and nothing is kept twice", async () => {
    const server = await startTestServer();
    const table = await setTable(server);
    const one = await openBoard(browser, server, table, await table.join());
    const two = await secondWindow(one, table.boardId);
    await one.context.setOffline(true);
    await Promise.all([one.status("offline"), two.status("offline")]);
    await one.write("S", "From the first");
    await two.write("S", "From the second");
    await two.page.getByText("2 changes kept on this device").waitFor();
    await table.moderator.graphql.run(
      `mutation ($input: FreezeBoardInput!) { freezeBoard(input: $input) { board { id } } }`,
      { input: { boardId: table.boardId, reason: "Time is up" } },
    );
    await one.context.setOffline(false);
    for (const { page } of [one, two]) {
      const panel = page.getByRole("region", { name: "Some of your changes were not saved" });
      await panel.getByText("2 items of").waitFor();
      expect(await panel.getByText(/^From the/).allInnerTexts()).toEqual([
        "From the first",
        "From the second",
      ]);
      await page.locator('[data-save][data-kind="readOnly"]').waitFor();
    }
  });
});

describe("a board that was restored from a backup", () => {
  test("opens at once though another window shows the old one, and offers what was not saved", async () => {
    const server = await startTestServer();
    const table = await setTable(server);
    const one = await openBoard(browser, server, table, await table.join(), { tolerate: away });
    await one.context.setOffline(true);
    await one.status("offline");
    await one.write("S", "Written before the restore");
    await one.page.getByText("1 change kept on this device").waitFor();
    // What restoring a backup does to a board: copies of an earlier generation are turned away.
    await server.orm.em.fork().nativeUpdate(BoardSchema, { id: table.boardId }, { generation: 2 });
    await server.restart();
    // The first window stays as it is, without a connection.
    await one.page.routeWebSocket(/\/sync/, (socket) => socket.close());
    await one.context.setOffline(false);

    const two = await secondWindow(one, table.boardId);
    const panel = two.page.getByRole("region", { name: "Some of your changes were not saved" });
    await panel.getByText("The board was restored from a backup while you were working.").waitFor();
    await panel.getByRole("button", { name: "Put back as a new note" }).click();
    await two.status("saved");
    const moderator = await openBoard(browser, server, table, table.moderator);
    await eventually(() => moderator.texts("S"), ["Written before the restore"]);
  });
});

describe("a device that keeps nothing", () => {
  test("with no room left: the word says so, and what is written is kept again once there is room", async () => {
    const server = await startTestServer();
    const table = await setTable(server);
    await layNotes(table, [["S", "Open until 11 pm"]]);
    const { page, context } = await browser.person(server, { cookie: (await table.join()).cookie });
    // The limit is set for a page that is there.
    await page.goto("/");
    const devtools = await context.newCDPSession(page);
    await devtools.send("Storage.overrideQuotaForOrigin", { origin: server.url, quotaSize: 1 });
    await page.goto(`/boards/${table.boardId}`);
    const heron = new BoardPage(page, context, "en");
    await heron.status("saved");
    await heron.context.setOffline(true);
    await heron.status("offline");
    await heron.write("S", "Where shall this go");
    await heron.page.getByText("Not saved – 1 change in this window only").waitFor();
    await devtools.send("Storage.overrideQuotaForOrigin", { origin: server.url });
    await heron.page.getByText("1 change kept on this device").waitFor();
    await heron.page.close({ runBeforeUnload: false });
    await heron.context.setOffline(false);
    const again = await secondWindow(heron, table.boardId);
    await again.note("Where shall this go").waitFor();
    const moderator = await openBoard(browser, server, table, table.moderator);
    expect(await moderator.texts("S")).toEqual(["Open until 11 pm", "Where shall this go"]);
  });

  test("where storage is switched off: the board works, and leaving with unsent work is asked about", async () => {
    const server = await startTestServer();
    const table = await setTable(server);
    const { page, context } = await browser.person(server, { cookie: (await table.join()).cookie });
    await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
    await page.goto(`/boards/${table.boardId}`);
    const heron = new BoardPage(page, context, "en");
    await heron.status("saved");
    await heron.write("S", "Safe on the server");
    await heron.status("saved");
    await context.setOffline(true);
    await heron.status("offline");
    await heron.write("S", "Only in this window");
    await page.getByText("Not saved – 1 change in this window only").waitFor();
    const asked = page.waitForEvent("dialog");
    await page.close({ runBeforeUnload: true });
    const question = await asked;
    expect(question.type()).toBe("beforeunload");
    await question.dismiss();
    await context.setOffline(false);
    await heron.status("saved");
    const moderator = await openBoard(browser, server, table, table.moderator);
    expect(await moderator.texts("S")).toEqual(["Safe on the server", "Only in this window"]);
  });
});
