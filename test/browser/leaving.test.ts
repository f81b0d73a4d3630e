import { readFile } from "node:fs/promises";
import { SessionSchema } from "@tavolo/server/people/session.entity.ts";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { everyLook, expectAccessible, type PersonOptions, useBrowser } from "../support/browser.ts";
import { setTable } from "../support/sign-in.ts";
import { startTestServer } from "../support/start-test-server.ts";
import { BoardPage, eventually, openBoard } from "./board-page.ts";

const browser = useBrowser();
/** What a browser says of its own about sockets that were cut. */
const tolerate = /WebSocket connection/;

/** Somebody at a board whose socket can be cut while everything else works. */
async function somebodyAtBoard(options: PersonOptions = {}) {
  const server = await startTestServer();
  const table = await setTable(server);
  const seat = await table.join();
  const { page, context } = await browser.person(server, { cookie: seat.cookie, tolerate, ...options });
  let isCut = false;
  await page.routeWebSocket(/\/sync/, (socket) => (isCut ? socket.close() : void socket.connectToServer()));
  await page.goto(`/boards/${table.boardId}`);
  const heron = new BoardPage(page, context, options.language ?? "en");
  await heron.status("saved");
  const cut = async () => {
    isCut = true;
    await page.evaluate(() => window.dispatchEvent(new Event("offline")));
    await heron.status("offline");
  };
  const mend = () => {
    isCut = false;
  };
  return { server, table, seat, heron, cut, mend };
}

async function signOut({ page }: BoardPage, name: RegExp = /settings and sign out/): Promise<void> {
  await page.getByRole("button", { name }).click();
  await page.getByRole("menuitem", { name: /^(Sign out|Esci)/ }).click();
}

/** Rows in the tables of the device’s database, and the databases beside it. */
const leftOnDevice = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("tavolo");
      request.addEventListener("success", () => resolve(request.result));
    });
    const tables = [...database.objectStoreNames];
    const transaction = database.transaction(tables);
    const counts = tables.map(
      (table) =>
        new Promise<number>((resolve) => {
          const request = transaction.objectStore(table).count();
          request.addEventListener("success", () => resolve(request.result));
        }),
    );
    const rows = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    database.close();
    return rows + (await indexedDB.databases()).length - 1;
  });

describe("somebody who signs out", () => {
  test("leaves nothing on the device, in any window", async () => {
    const { heron, table } = await somebodyAtBoard();
    await heron.write("S", "Safe on the server");
    await heron.status("saved");
    expect(await leftOnDevice(heron.page)).toBeGreaterThan(1);
    const second = await heron.context.newPage();
    await second.goto(`/projects/${table.projectId}`);
    await second.getByRole("heading", { level: 1 }).waitFor();
    await signOut(heron);
    for (const open of [heron.page, second]) await open.waitForURL("**/?signed-out");
    await eventually(() => leftOnDevice(second), 0);
  });

  test("with unsent work is offered to send it first", async () => {
    const { heron, table, server, cut, mend } = await somebodyAtBoard();
    await cut();
    await heron.write("S", "Written behind a wall");
    await heron.write("W", "And one more");
    await signOut(heron);
    const dialog = heron.page.getByRole("dialog", { name: "2 changes have not been saved" });
    await expectAccessible(heron.page);
    await dialog.getByRole("button", { name: "Send, then sign out" }).click();
    await dialog.getByText("Sending, 2 changes left.").waitFor();
    mend();
    await heron.page.waitForURL("**/?signed-out");
    await eventually(() => leftOnDevice(heron.page), 0);
    const moderator = await openBoard(browser, server, table, table.moderator);
    expect(await moderator.texts("S")).toEqual(["Written behind a wall"]);
    expect(await moderator.texts("W")).toEqual(["And one more"]);
  });

  test("can take unsent work along as a file", async () => {
    const { heron, cut } = await somebodyAtBoard();
    await cut();
    await heron.write("S", "Written behind a wall");
    await signOut(heron);
    const download = heron.page.waitForEvent("download");
    await heron.page.getByRole("button", { name: "Download, then sign out" }).click();
    expect(await readFile(await (await download).path(), "utf8")).toContain(
      "Strengths: Written behind a wall",
    );
    await heron.page.waitForURL("**/?signed-out");
    await eventually(() => leftOnDevice(heron.page), 0);
  });

  test("is offered the same by the account page", async () => {
    const { heron, cut } = await somebodyAtBoard();
    await cut();
    await heron.write("S", "Written behind a wall");
    await heron.page.getByText("1 change kept on this device").waitFor();
    await heron.page.goto("/account");
    await heron.page.getByRole("main").getByRole("button", { name: "Sign out", exact: true }).click();
    const dialog = heron.page.getByRole("dialog", { name: "1 change has not been saved" });
    await dialog.getByRole("button", { name: "Discard and sign out" }).click();
    await heron.page.waitForURL("**/?signed-out");
    await eventually(() => leftOnDevice(heron.page), 0);
  });

  test("is offered the same when withdrawing", async () => {
    const { heron, cut } = await somebodyAtBoard();
    await cut();
    await heron.write("S", "Written behind a wall");
    await heron.page.getByText("1 change kept on this device").waitFor();
    await heron.page.goto("/my-data");
    await heron.page.getByRole("button", { name: "Withdraw", exact: true }).click();
    const asked = heron.page.getByRole("dialog", { name: "Withdraw" });
    await asked.getByRole("checkbox").check();
    await asked.getByRole("button", { name: /^Withdraw/ }).click();
    const dialog = heron.page.getByRole("dialog", { name: "1 change has not been saved" });
    await expectAccessible(heron.page);
    await dialog.getByRole("button", { name: "Discard and withdraw" }).click();
    await heron.page.waitForURL("**/?withdrawn");
    await eventually(() => leftOnDevice(heron.page), 0);
  });

  test("can stay, and loses nothing by having asked", async () => {
    const { heron, cut, mend } = await somebodyAtBoard();
    await cut();
    await heron.write("S", "Written behind a wall");
    await signOut(heron);
    await heron.page.getByRole("dialog", { name: "1 change has not been saved" }).waitFor();
    await heron.page.keyboard.press("Escape");
    await heron.page.getByRole("dialog").waitFor({ state: "detached" });
    mend();
    await heron.status("saved");
  });

  test.each(everyLook)("is asked in $language, $viewport, $theme", async (look) => {
    const { heron, cut } = await somebodyAtBoard(look);
    await cut();
    await heron.write("S", "Written behind a wall");
    await signOut(heron, /settings and sign out|impostazioni/i);
    await heron.page.getByRole("dialog").waitFor();
    await expectAccessible(heron.page);
  });
});

describe("somebody whose session was ended elsewhere", () => {
  test("finds what was not saved on the board’s page and on the start page, until they have decided", async () => {
    const { heron, server, cut, mend } = await somebodyAtBoard();
    await cut();
    await heron.write("S", "Written behind a wall");
    await heron.page.getByText("1 change kept on this device").waitFor();
    await server.orm.em.fork().nativeUpdate(SessionSchema, {}, { revokedAt: new Date() });
    mend();
    const copies = heron.page.getByRole("region", { name: "Some of your changes were not saved" });
    await copies.getByText("Written behind a wall").waitFor();
    await heron.page.getByRole("heading", { level: 1 }).waitFor();
    await expectAccessible(heron.page);

    await heron.page.goto("/");
    const notice = heron.page.getByRole("region", { name: "1 change on this device was not saved" });
    await notice.waitFor();
    await expectAccessible(heron.page);
    const download = heron.page.waitForEvent("download");
    await notice.getByRole("button", { name: "Download" }).click();
    expect(await readFile(await (await download).path(), "utf8")).toContain("Written behind a wall");
    await notice.getByRole("button", { name: "Discard" }).click();
    await heron.page.getByRole("alertdialog").getByRole("button", { name: "Discard" }).click();
    await notice.waitFor({ state: "detached" });
    await eventually(() => leftOnDevice(heron.page), 0);
  });
});
