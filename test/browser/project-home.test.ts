import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { everyLook, expectAccessible, useBrowser } from "../support/browser.ts";
import { setTable, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const server = useTestServer();
const browser = useBrowser();

let administrator: ReturnType<typeof signInAdministrator> | undefined;
const newTable = async () =>
  setTable(server, { moderator: await (administrator ??= signInAdministrator(server)) });

const addNote = (table: Table, text: string) =>
  table.moderator.graphql.run(`mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } } }`, {
    input: { boardId: table.boardId, section: "STRENGTHS", text },
  });

const openProject = async (table: Table, look = {}): Promise<Page> => {
  const { page } = await browser.person(server, { ...look, cookie: table.moderator.cookie });
  await page.goto(`/projects/${table.projectId}`);
  await page.getByRole("heading", { level: 1, name: "Rights in shared spaces" }).waitFor();
  return page;
};
const cardOf = (page: Page, title: string) =>
  page.locator("#boards").getByRole("listitem").filter({ hasText: title });

describe("a moderator", () => {
  test("sees a board grow while others write on it", async () => {
    const table = await newTable();
    const page = await openProject(table);
    await cardOf(page, "SWOT").getByText("no note").waitFor();
    await expect
      .poll(
        async () => {
          await addNote(table, "Open late");
          return cardOf(page, "SWOT").getByText(/note/u).first().textContent();
        },
        { timeout: 15_000 },
      )
      .not.toContain("no note");
  });

  test("renames a board, duplicates it with what is on it, and puts the copy away and back", async () => {
    const table = await newTable();
    await addNote(table, "Open late");
    const page = await openProject(table);
    await page.getByRole("button", { name: "More for SWOT" }).click();
    await page.getByRole("menuitem", { name: "Rename…" }).click();
    const rename = page.getByRole("dialog", { name: "Rename the board" });
    await rename.getByLabel("Title of the board").fill("The Officina");
    await rename.getByRole("button", { name: "Rename" }).click();
    await cardOf(page, "The Officina").waitFor();

    await page.getByRole("button", { name: "More for The Officina" }).click();
    await page.getByRole("menuitem", { name: "Duplicate…" }).click();
    const duplicate = page.getByRole("dialog", { name: "Duplicate the board" });
    expect(await duplicate.getByLabel("Title of the board").inputValue()).toBe("The Officina (copy)");
    await expectAccessible(page);
    await duplicate.getByRole("button", { name: "Duplicate" }).click();
    await cardOf(page, "The Officina (copy)").getByText("one note").waitFor();

    await page.getByRole("button", { name: "More for The Officina (copy)" }).click();
    await page.getByRole("menuitem", { name: "Put into the archive" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Put into the archive" }).click();
    await cardOf(page, "The Officina (copy)").waitFor({ state: "detached" });

    await page.getByRole("button", { name: "Look into the archive" }).click();
    const archive = page.getByRole("dialog", { name: "Archive" });
    await expectAccessible(page);
    await archive.getByRole("button", { name: "Take back The Officina (copy)" }).click();
    await archive.getByText("Nothing is in the archive.").waitFor();
    await page.keyboard.press("Escape");
    await cardOf(page, "The Officina (copy)").waitFor();
  });

  test("finds an archived project below those in use, and takes it back", async () => {
    const table = await newTable();
    const { createProject } = await table.moderator.graphql.run<{
      createProject: { project: { id: string } };
    }>(`mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }`, {
      input: { name: "Done and dusted", country: "IT" },
    });
    const { id: projectId } = createProject.project;
    await table.moderator.graphql.run(
      `mutation ($input: ProjectArchiveInput!) { archiveProject(input: $input) { project { id } } }`,
      { input: { projectId } },
    );
    const { page } = await browser.person(server, { cookie: table.moderator.cookie });
    await page.goto("/");
    const archive = page.getByRole("region", { name: "In the archive" });
    await archive.getByRole("link", { name: "Done and dusted" }).waitFor();
    await expectAccessible(page);
    await archive.getByRole("link", { name: "Done and dusted" }).click();
    await page.waitForURL(`**/projects/${projectId}`);
    await page.getByRole("heading", { name: "Done and dusted" }).waitFor();
    await page.getByRole("button", { name: "Take back" }).first().click();
    await page.goto("/");
    await page.getByRole("article", { name: "Done and dusted" }).waitFor();
  });

  test("is led to a running workshop, one step after the other", async () => {
    const table = await newTable();
    const { createProject } = await table.moderator.graphql.run<{
      createProject: { project: { id: string } };
    }>(`mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }`, {
      input: { name: "A first one", country: "IT" },
    });
    const { page } = await browser.person(server, { cookie: table.moderator.cookie });
    await page.goto(`/projects/${createProject.project.id}`);
    await page.getByRole("heading", { name: "Three steps to a running workshop" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Create a workshop" }).click();
    await page.getByRole("dialog").getByLabel("Title", { exact: true }).fill("First");
    await page.getByRole("button", { name: "Create the workshop" }).click();
    await page.getByRole("button", { name: "Lay out a board" }).click();
    await page.getByRole("dialog", { name: "New board" }).waitFor();
  });
});

describe("the search", () => {
  test("opens by a key, finds a note by the beginning of a word, and leads to it on its board", async () => {
    const table = await newTable();
    await addNote(table, "Perché la città è aperta");
    await addNote(table, "Second");
    const page = await openProject(table);
    await page.keyboard.press("/");
    const dialog = page.getByRole("dialog", { name: "Search" });
    await dialog.getByRole("searchbox").fill("citt");
    await dialog.getByRole("link", { name: /Perché la città/ }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator("[data-note]:focus").filter({ hasText: "Perché la città" }).waitFor();
    await page.waitForURL(`**/boards/${table.boardId}`);
  });

  test("says when nothing is found", async () => {
    const table = await newTable();
    const page = await openProject(table);
    await page.keyboard.press("Control+k");
    const dialog = page.getByRole("dialog", { name: "Search" });
    await dialog.getByRole("searchbox").fill("xylophone");
    await dialog.getByText("Nothing found.").waitFor();
  });
});

test.each(everyLook)(
  "the menu, the archive and the search shut nobody out: $viewport, $theme, $language",
  async (look) => {
    const table = await newTable();
    const page = await openProject(table, look);
    await page.getByRole("button", { name: /SWOT$/ }).first().click();
    await page.getByRole("menu").waitFor();
    await expectAccessible(page);
  },
);
