import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { setTable } from "../support/sign-in.ts";
import { startTestServer } from "../support/start-test-server.ts";
import { eventually, layNotes, openBoard } from "./board-page.ts";

const browser = useBrowser();

/** Holds the device’s database as a slow disk would; whoever else writes waits until it is released. */
async function occupyDevice(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("tavolo");
      request.addEventListener("success", () => resolve(request.result));
    });
    const tables = [...database.objectStoreNames];
    const first = database.transaction(tables, "readwrite").objectStore(tables[0] ?? "");
    const hold = { held: true };
    Object.assign(window, { hold });
    await new Promise<void>((resolve) => {
      const again = () => {
        resolve();
        if (hold.held) first.count().addEventListener("success", again);
        else database.close();
      };
      first.count().addEventListener("success", again);
    });
  });
  return () =>
    page.evaluate(() => {
      (window as unknown as { hold: { held: boolean } }).hold.held = false;
    });
}

describe("without a connection", () => {
  test("people go on writing; their changes are counted, and reach the others when the network is back", async () => {
    const server = await startTestServer();
    const table = await setTable(server);
    await layNotes(table, [["S", "Open until 11 pm"]]);
    const heron = await openBoard(browser, server, table, await table.join());
    const moderator = await openBoard(browser, server, table, table.moderator);

    await heron.context.setOffline(true);
    await heron.status("offline");
    const seen = await heron.watchStatus();
    await heron.write("W", "Written in the tunnel");
    await heron.note("Open until 11 pm").focus();
    await heron.page.keyboard.press("m");
    await heron.page.keyboard.press("3");
    await heron.page.getByText("Not saved – working offline, 2 changes kept on this device").waitFor();
    // Meanwhile others go on too.
    await moderator.write("T", "Rents go up");
    expect(await seen()).not.toContain("saved");

    await heron.context.setOffline(false);
    await heron.status("saved");
    await eventually(() => moderator.texts("W"), ["Written in the tunnel"]);
    await eventually(() => moderator.texts("O"), ["Open until 11 pm"]);
    await eventually(() => heron.texts("T"), ["Rents go up"]);
    await heron.page.getByText("Connected again, everything is saved.").waitFor({ state: "attached" });
  });

  test("what cannot be fetched says so, the board stays, and the next press opens it", async () => {
    const server = await startTestServer();
    const table = await setTable(server);
    const heron = await openBoard(browser, server, table, await table.join(), {
      viewport: "phone",
      tolerate: /preload CSS|dynamically imported/,
    });
    const { page } = heron;
    const menu = page.getByRole("button", { name: "Heron: settings and sign out" });
    const refusal = page.getByText("This could not be fetched.");
    await heron.context.setOffline(true);
    await heron.status("offline");
    await menu.click();
    await refusal.first().waitFor();
    await heron.context.setOffline(false);
    await heron.status("saved");
    await menu.click();
    await page.getByRole("menuitem", { name: "Take the matrix away" }).waitFor();

    await heron.context.setOffline(true);
    await heron.status("offline");
    await page.getByRole("menuitem", { name: "Take the matrix away" }).click();
    await refusal.nth(1).waitFor();
    await menu.click();
    await page.getByRole("menuitem", { name: "What is held on me" }).click();
    await refusal.nth(2).waitFor();
    await page.keyboard.press("Escape");
    await heron.section("S").waitFor();

    await heron.context.setOffline(false);
    await heron.status("saved");
    await menu.click();
    await page.getByRole("menuitem", { name: "Take the matrix away" }).click();
    await page.getByRole("dialog", { name: "Take the matrix away" }).waitFor();
  });

  test("what was written offline survives closing the page", async () => {
    const server = await startTestServer();
    const table = await setTable(server);
    const heron = await openBoard(browser, server, table, await table.join());
    await heron.context.setOffline(true);
    await heron.status("offline");
    await heron.write("S", "Before the battery died");
    await heron.page.getByText("1 change kept on this device").waitFor();
    await heron.page.close({ runBeforeUnload: false });
    await heron.context.setOffline(false);

    const again = await heron.context.newPage();
    await again.goto(`/boards/${table.boardId}`);
    await again.locator('[data-save][data-kind="saved"]').waitFor();
    await again.locator("[data-note]").filter({ hasText: "Before the battery died" }).waitFor();
    const moderator = await openBoard(browser, server, table, table.moderator);
    expect(await moderator.texts("S")).toEqual(["Before the battery died"]);
  });

  test("a further change to a note that is kept is not called kept while it is on its way to the device", async () => {
    const server = await startTestServer();
    const table = await setTable(server);
    const heron = await openBoard(browser, server, table, await table.join());
    await heron.context.setOffline(true);
    await heron.status("offline");
    await heron.write("S", "Open until 11 pm");
    await heron.page.getByText("1 change kept on this device").waitFor();
    const word = heron.page.locator("[data-save]");
    const release = await occupyDevice(heron.page);
    await heron.edit("Open until 11 pm");
    await heron.page.keyboard.type("!");
    expect(await word.getAttribute("data-kept")).toBe("false");
    await heron.page.getByText("your last change is still on its way to this device’s storage").waitFor();
    await release();
    await heron.page.getByText("1 change kept on this device").waitFor();
    expect(await word.getAttribute("data-kept")).toBe("true");
  });

  test("a server that restarts loses nothing and nobody has to reload", async () => {
    const server = await startTestServer();
    const table = await setTable(server);
    // While it stops, the server lets no socket in, and the browser says so.
    const tolerate = /WebSocket connection/;
    const heron = await openBoard(browser, server, table, await table.join(), { tolerate });
    const moderator = await openBoard(browser, server, table, table.moderator, { tolerate });
    await heron.write("S", "Before");
    await heron.status("saved");
    const restarted = server.restart();
    await heron.write("S", "Meanwhile");
    await restarted;
    await heron.status("saved");
    await heron.write("S", "After");
    await eventually(() => moderator.texts("S"), ["Before", "Meanwhile", "After"]);
    await heron.status("saved");
  });

  test("“saved” is never said before the server has said it", async () => {
    const server = await startTestServer();
    const table = await setTable(server);
    const heron = await openBoard(browser, server, table, await table.join());
    await heron.context.setOffline(true);
    await heron.status("offline");
    for (let number = 1; number <= 20; number += 1) await heron.write("S", `Idea ${number}`);

    await heron.context.setOffline(false);
    await heron.status("saved");
    // From this moment on the network may be gone for good: whoever comes finds everything.
    await heron.context.setOffline(true);
    const moderator = await openBoard(browser, server, table, table.moderator);
    expect(await moderator.texts("S")).toHaveLength(20);
  });
});
