import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { everyLook, expectAccessible, useBrowser } from "../support/browser.ts";
import { setTable, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const server = useTestServer();
const browser = useBrowser();

let table: Promise<Table> | undefined;
const theTable = () => (table ??= setTable(server));

const openDevelopers = async (look = {}) => {
  const { projectId, moderator } = await theTable();
  const { page } = await browser.person(server, { ...look, cookie: moderator.cookie });
  await page.goto(`/projects/${projectId}/developer`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
};

/** What was copied, once it has arrived. */
const copied = async (page: Page, like: RegExp): Promise<string> => {
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read).toMatch(like);
  return read();
};

const runScript = async (script: string, token: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "tavolo-script-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "add-note.mjs"), script);
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, "add-note.mjs")], {
    env: { TAVOLO_TOKEN: token },
  });
  return stdout;
};

test("a token is shown once, runs the copied script as it is, and is refused once revoked", async () => {
  const { boardId, moderator } = await theTable();
  const page = await openDevelopers();
  await page.getByRole("button", { name: "New token" }).click();
  const dialog = page.getByRole("dialog", { name: "New token" });
  await dialog.getByRole("button", { name: "Make the token" }).click();
  await dialog.getByText("Write what the token is for.").waitFor();
  await expectAccessible(page);
  await dialog.getByLabel("What it is for").fill("Open data of the city");
  await dialog.getByRole("radio", { name: "read and write" }).check();
  await dialog.getByRole("button", { name: "Make the token" }).click();
  await dialog.getByText("This token is shown only now").waitFor();
  await dialog.getByRole("button", { name: "Copy" }).click();
  const token = await copied(page, /^tvl_/);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "I have copied it" }).click();
  await page.reload();
  await page.getByText("Open data of the city").waitFor();
  expect(await page.content()).not.toContain(token);

  await page.getByRole("button", { name: "Copy the script" }).click();
  const script = await copied(page, /addNote/);
  expect(JSON.parse(await runScript(script, token))).toMatchObject({
    data: { addNote: { note: { text: "Open until 11 pm" } } },
  });
  const { board } = await moderator.graphql.run<{ board: { counts: { notes: number } } }>(
    "query ($id: ID!) { board(id: $id) { counts { notes } } }",
    { id: boardId },
  );
  expect(board.counts.notes).toBe(1);

  await page.getByRole("button", { name: "Revoke Open data of the city" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await page.getByText("Revoked", { exact: true }).waitFor();
  expect(JSON.parse(await runScript(script, token))).toMatchObject({
    errors: [{ extensions: { code: "TOKEN_REVOKED" } }],
  });
});

test("somebody who does not moderate is told that the page is not for their role", async () => {
  const { projectId, join: joinTable } = await theTable();
  const guest = await joinTable();
  const { page } = await browser.person(server, { cookie: guest.cookie });
  await page.goto(`/projects/${projectId}/developer`);
  await page.getByRole("heading", { level: 1, name: "Not for your role" }).waitFor();
  await expectAccessible(page);
});

test.each(everyLook)("the page shuts nobody out: $viewport, $theme, $language", async (look) => {
  await expectAccessible(await openDevelopers(look));
});
