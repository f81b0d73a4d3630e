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

const openProject = async (table: Table, { cookie }: { cookie: string }, look = {}): Promise<Page> => {
  const { page } = await browser.person(server, { ...look, cookie });
  await page.goto(`/projects/${table.projectId}`);
  await page.getByRole("heading", { level: 1, name: "Rights in shared spaces" }).waitFor();
  return page;
};

describe("a moderator", () => {
  test("prepares a workshop, lays out a board from the template and stands at it", async () => {
    const table = await newTable();
    const page = await openProject(table, table.moderator);

    await page.getByRole("button", { name: "New workshop" }).click();
    const workshop = page.getByRole("dialog", { name: "New workshop" });
    await workshop.getByLabel("Title", { exact: true }).fill("From the matrix to strategies");
    await workshop.getByLabel("Day").fill("2027-03-28");
    await workshop.getByRole("textbox", { name: "Place" }).fill("Town hall, Sala Rossa");
    await workshop.getByRole("button", { name: "Create the workshop" }).click();
    const row = page.getByRole("listitem").filter({ hasText: "From the matrix to strategies" });
    await row.getByText("Town hall, Sala Rossa").waitFor();
    await row.getByText("March").waitFor();

    await page.getByRole("button", { name: "New board" }).click();
    const board = page.getByRole("dialog", { name: "New board" });
    await board.getByText("What works well here that people would miss?").waitFor();
    await board.getByLabel("Workshop").selectOption({ label: "From the matrix to strategies" });
    await board.getByLabel("Its name").fill("Officina dei Quartieri");
    expect(await board.getByLabel("Title of the board").inputValue()).toBe("SWOT – Officina dei Quartieri");
    await board.getByRole("radio", { name: "Only who wrote it" }).check();
    await board.getByRole("radio", { name: "Name and group" }).check();
    await expectAccessible(page);
    await board.getByRole("button", { name: "Lay out the board" }).click();
    await page.waitForURL("**/boards/*");

    const { board: made } = await table.moderator.graphql.run(
      `query ($id: ID!) { board(id: $id) { title editing display analysedObject { name type } workshop { title } } }`,
      { id: new URL(page.url()).pathname.split("/").at(-1) },
    );
    expect(made).toEqual({
      title: "SWOT – Officina dei Quartieri",
      editing: "OWN",
      display: "NAMED",
      analysedObject: { name: "Officina dei Quartieri", type: "CIVIC_SPACE" },
      workshop: { title: "From the matrix to strategies" },
    });
  });

  test("names a new object once, also where the board is refused and tried again", async () => {
    const table = await newTable();
    const page = await openProject(table, table.moderator);
    await page.getByRole("button", { name: "New board" }).click();
    const dialog = page.getByRole("dialog", { name: "New board" });
    await dialog.getByLabel("Its name").fill("Officina dei Quartieri");
    const layOut = dialog.getByRole("button", { name: "Lay out the board" });
    await page.route("**/graphql", (route) =>
      route.request().postData()?.includes("createBoard(") ? route.abort() : route.fallback(),
    );
    await layOut.click();
    await dialog.getByText("The server cannot be reached.").waitFor();
    await page.unroute("**/graphql");
    await layOut.click();
    await page.waitForURL("**/boards/*");
    const { project } = await table.moderator.graphql.run<{
      project: { analysedObjects: { name: string }[] };
    }>(`query ($id: ID!) { project(id: $id) { analysedObjects { name } } }`, { id: table.projectId });
    expect(project.analysedObjects.filter(({ name }) => name === "Officina dei Quartieri")).toHaveLength(1);
  });

  test("is told beside each field what a board still lacks", async () => {
    const table = await newTable();
    const page = await openProject(table, table.moderator);
    await page.getByRole("button", { name: "New board" }).click();
    const dialog = page.getByRole("dialog", { name: "New board" });
    await dialog.getByRole("button", { name: "Lay out the board" }).click();
    await dialog.getByText("Give it a name.").waitFor();
    await dialog.getByText("Give the board a title.").waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  });

  test("invites by a link, copies it, and withdraws it after being asked", async () => {
    const table = await newTable();
    const page = await openProject(table, table.moderator);
    await page.getByRole("button", { name: "Invite people to First round table" }).click();
    const dialog = page.getByRole("dialog", { name: "Invite people" });
    await dialog.getByText("No link yet").waitFor();
    await dialog.getByText("read along").click();
    await dialog.getByLabel("Valid for").selectOption({ label: "one day" });
    await dialog.getByLabel("For whom").fill("Neighbourhood network");
    await dialog.getByRole("button", { name: "Make a link" }).click();
    const link = await dialog.getByLabel("Link to send").inputValue();
    expect(link).toMatch(new RegExp(`^${server.url}/join/[\\w-]{20,}$`));
    await dialog.getByRole("button", { name: "Copy Neighbourhood network" }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    await expectAccessible(page);

    await dialog.getByRole("button", { name: /^Show large.*Neighbourhood network/ }).click();
    const wall = page.getByRole("dialog", { name: "First round table" });
    await wall.getByRole("img", { name: "The invite link as a QR code" }).waitFor();
    await wall.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Escape");

    await dialog.getByRole("button", { name: "Withdraw the link: Neighbourhood network" }).click();
    const question = page.getByRole("dialog", { name: "Withdraw this link?" });
    await expectAccessible(page);
    await question.getByRole("button", { name: "Cancel" }).click();
    await dialog.getByRole("button", { name: "Withdraw the link: Neighbourhood network" }).click();
    await question.getByRole("button", { name: "Withdraw" }).click();
    await dialog.getByText("Withdrawn", { exact: true }).waitFor();

    const { page: guest } = await browser.person(server);
    await guest.goto(link);
    await guest.getByText("This invite was withdrawn.").waitFor();
  });

  test("sets a role, and takes a seat away", async () => {
    const table = await newTable();
    const guest = await table.join({ displayName: "Kestrel" });
    const page = await openProject(table, table.moderator);
    await page.getByRole("button", { name: "Manage people" }).click();
    const dialog = page.getByRole("dialog", { name: "People at the table" });
    await dialog.getByLabel("Role of Kestrel").selectOption({ label: "Observer" });
    await page.getByText("Kestrel is now: Observer.").first().waitFor();
    const { viewer } = await guest.graphql.run<{ viewer: { participations: { role: string }[] } }>(
      "{ viewer { participations { role } } }",
    );
    expect(viewer.participations).toEqual([{ role: "OBSERVER" }]);

    await dialog.getByRole("button", { name: "More for Kestrel" }).click();
    await page.getByRole("menuitem", { name: "Remove" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
    await dialog.getByText("Kestrel", { exact: true }).waitFor({ state: "detached" });
    await expect(
      guest.graphql.run("query ($id: ID!) { project(id: $id) { id } }", { id: table.projectId }),
    ).rejects.toMatchObject({ code: "PROJECT_NOT_FOUND" });
  });

  test("makes a sign-in link for themselves, for their other device", async () => {
    const table = await newTable();
    const page = await openProject(table, table.moderator);
    await page.getByRole("button", { name: "Manage people" }).click();
    await page.getByRole("button", { name: "More for Moderator" }).click();
    await page.getByRole("menuitem", { name: "Sign-in link" }).click();
    const dialog = page.getByRole("dialog", { name: "Sign-in link for Moderator" });
    const link = await dialog.getByLabel("Sign-in link", { exact: true }).inputValue();
    await expectAccessible(page);
    const { page: other } = await browser.person(server);
    await other.goto(link);
    await other.getByRole("button", { name: "Continue" }).click();
    await other.getByRole("link", { name: "Rights in shared spaces", exact: true }).first().waitFor();
  });

  test("edits the project's name in both languages and its description in its own", async () => {
    const table = await newTable();
    const page = await openProject(table, table.moderator, { language: "it" });
    await page.getByRole("button", { name: /impostazioni e uscita/ }).click();
    await page.getByRole("menuitem", { name: "Modifica progetto" }).click();
    const dialog = page.getByRole("dialog", { name: "Modifica progetto" });
    expect(await dialog.getByLabel("Nome in inglese").inputValue()).toBe("Rights in shared spaces");
    await dialog.getByLabel("Nome in italiano").fill("Diritti negli spazi condivisi");
    await dialog.getByLabel("Di che cosa si tratta").fill("City and civil society look together.");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Salva" }).click();
    await page.getByRole("heading", { level: 1, name: "Diritti negli spazi condivisi" }).waitFor();
    await page.getByText("City and civil society look together.").waitFor();
  });

  test("sees without reloading who is at the board now", async () => {
    const table = await newTable();
    const guest = await table.join({ displayName: "Linnet" });
    const page = await openProject(table, table.moderator);
    await page.getByText("Open for writing").waitFor();
    const { page: board } = await browser.person(server, { cookie: guest.cookie });
    await board.goto(`/boards/${table.boardId}`);
    await page.getByText("Live now").waitFor();
    await page.getByRole("img", { name: "one person is here" }).waitFor();
    await expectAccessible(page);
    await board.close();
    await page.getByText("Open for writing").waitFor();
  });

  test("adds what the boards look at", async () => {
    const table = await newTable();
    const page = await openProject(table, table.moderator);
    await page.getByRole("button", { name: "Add an analysed object" }).click();
    const dialog = page.getByRole("dialog", { name: "What do you want to look at?" });
    await dialog.getByText("Service", { exact: true }).click();
    await dialog.getByLabel("Name", { exact: true }).fill("Anti-discrimination desk");
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("listitem").filter({ hasText: "Anti-discrimination desk" }).waitFor();
  });
});

describe("a participant", () => {
  test("sees boards, workshops, templates and numbers, and nothing they may not do", async () => {
    const table = await newTable();
    for (const displayName of ["Heron", "Stork", "Egret"]) await table.join({ displayName });
    const guest = await table.join({ displayName: "Tern", stakeholderGroup: "RESIDENT" });
    const page = await openProject(table, guest);
    await page.getByRole("link", { name: "SWOT", exact: true }).waitFor();
    await page.getByText("SWOT of a civic space").waitFor();
    await page.getByText("shown together, so that nobody stands out").waitFor();
    for (const name of ["New board", "New workshop", "Invite", "Manage people", "Add", "Use this template"]) {
      expect(await page.getByRole("button", { name }).count(), name).toBe(0);
    }
    expect(await page.getByRole("link", { name: "Developers" }).count()).toBe(0);
    expect(await page.content()).not.toContain("Stork");
  });

  test("of another project learns nothing about this one, not even that it exists", async () => {
    const [table, other] = [await newTable(), await newTable()];
    const stranger = await other.join();
    const { page } = await browser.person(server, { cookie: stranger.cookie });
    await page.goto(`/projects/${table.projectId}`);
    await page.getByRole("heading", { level: 1, name: "No such project" }).waitFor();
    await expectAccessible(page);
  });
});

test.each(everyLook)("a project shuts nobody out: $viewport, $theme, $language", async (look) => {
  const table = await newTable();
  await table.join();
  const page = await openProject(table, table.moderator, look);
  await expectAccessible(page);
});
