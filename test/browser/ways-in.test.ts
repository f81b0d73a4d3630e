import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { everyLook, expectAccessible, useBrowser } from "../support/browser.ts";
import { setTable, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { picture } from "../support/picture.ts";

const server = useTestServer();
const browser = useBrowser();

let administrator: ReturnType<typeof signInAdministrator> | undefined;
const newTable = async () =>
  setTable(server, { moderator: await (administrator ??= signInAdministrator(server)) });

interface Invite {
  id: string;
  code: string;
  shortCode: string;
}
const invite = async ({ moderator, workshopId }: Table, input: object = {}): Promise<Invite> =>
  (
    await moderator.graphql.run<{ createInvite: { invite: Invite } }>(
      `mutation ($input: CreateInviteInput!) { createInvite(input: $input) { invite { id code shortCode } } }`,
      { input: { workshopId, ...input } },
    )
  ).createInvite.invite;

const words = {
  en: {
    name: "Your name on the board",
    resident: "Myself, as a resident",
    ask: "Ask for a seat",
    large: /^Show large/,
    people: "Manage people",
    data: "What is held on me",
  },
  it: {
    name: "Il tuo nome sulla lavagna",
    resident: "Me, come residente",
    ask: "Chiedi un posto",
    large: /^Mostra in grande/,
    people: "Gestisci le persone",
    data: "Che cosa si conserva di me",
  },
};
const asks = async (page: Page, name: string, language: "en" | "it" = "en") => {
  await page.getByLabel(words[language].name).fill(name);
  await page.getByText(words[language].resident).click();
  await page.getByRole("button", { name: words[language].ask }).click();
};

describe("a short code", () => {
  test("typed on the start page leads to the table, and a pseudonym is at hand", async () => {
    const table = await newTable();
    const { shortCode } = await invite(table);
    const { page } = await browser.person(server, { viewport: "phone" });
    await page.goto("/");
    await page.getByLabel("Invite link or code").fill(shortCode.toLowerCase().replace("-", " "));
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/join/${shortCode}`);
    await page.getByRole("button", { name: "Pick one for me" }).click();
    expect(await page.getByLabel("Your name on the board").inputValue()).toMatch(
      /^\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u,
    );
    await page.getByText("Myself, as a resident").click();
    await page.getByRole("button", { name: "Take your seat" }).click();
    await page.waitForURL(`**/boards/${table.boardId}`);
  });
});

describe("a door with approval", () => {
  test("opens by itself when the moderator lets somebody in from the board", async () => {
    const table = await newTable();
    const { code } = await invite(table, { needsApproval: true });
    const { page } = await browser.person(server, { viewport: "phone" });
    await page.goto(`/join/${code}`);
    await page.getByText("A moderator lets you in. That usually takes a moment.").waitFor();
    await asks(page, "Bunting");
    await page.getByRole("heading", { name: "One moment, Bunting" }).waitFor();
    await expectAccessible(page);
    await picture(page, "waiting-390-en");

    const moderator = await browser.person(server, { cookie: table.moderator.cookie });
    await moderator.page.goto(`/boards/${table.boardId}`);
    await moderator.page.getByRole("button", { name: /one person waits to be let in/ }).click();
    const dialog = moderator.page.getByRole("dialog");
    await expectAccessible(moderator.page);
    await picture(moderator.page, "board-waiting-1440-en");
    await dialog.getByRole("button", { name: "Let in: Bunting" }).click();
    await page.waitForURL(`**/boards/${table.boardId}`);
    await dialog.getByText("one person waits to be let in").waitFor({ state: "detached" });
  });

  test("tells kindly who is not let in, and opens after all", async () => {
    const table = await newTable();
    const { code } = await invite(table, { needsApproval: true });
    const { page } = await browser.person(server, { viewport: "phone", language: "it" });
    await page.goto(`/join/${code}`);
    await asks(page, "Bunting", "it");
    await page.getByRole("heading", { name: "Un momento, Bunting" }).waitFor();
    const moderator = await browser.person(server, { cookie: table.moderator.cookie });
    await moderator.page.goto(`/projects/${table.projectId}`);
    await moderator.page
      .getByRole("button", { name: /Manage people/ })
      .filter({ hasText: "1" })
      .click();
    await moderator.page.getByRole("button", { name: "Decline: Bunting" }).click();
    await page.getByRole("heading", { name: "Questa volta non puoi entrare, Bunting" }).waitFor();
    await expectAccessible(page);
    await picture(page, "declined-390-it");
    await page.reload();
    await page.getByRole("heading", { name: "Questa volta non puoi entrare, Bunting" }).waitFor();
    await moderator.page.getByRole("tab", { name: "Removed" }).click();
    await moderator.page.getByRole("button", { name: "Give the seat back: Bunting" }).click();
    await page.waitForURL(`**/boards/${table.boardId}`);
  });
});

describe("an invite on the wall", () => {
  test.each([
    ["desk", "en", "light"],
    ["tablet", "it", "dark"],
    ["phone", "en", "light"],
  ] as const)("shows code, address and who has come, live: %s, %s, %s", async (viewport, language, theme) => {
    const table = await newTable();
    const { code, shortCode } = await invite(table);
    const { page } = await browser.person(server, {
      cookie: table.moderator.cookie,
      viewport,
      language,
      theme,
    });
    await page.goto(`/projects/${table.projectId}`);
    await page
      .locator("#workshops")
      .getByRole("button", { name: /Invite|Invita/ })
      .first()
      .click();
    await page.getByRole("button", { name: words[language].large }).first().click();
    await page.getByText(shortCode, { exact: true }).last().waitFor();
    const one = language === "en" ? "person is here" : "persona è qui";
    const two = language === "en" ? "people are here" : "persone sono qui";
    await page.getByText(one).waitFor();
    await server.graphql.run(
      `mutation ($input: JoinWorkshopInput!) { joinWorkshop(input: $input) { participant { id } } }`,
      { input: { code, displayName: "Heron", stakeholderGroup: "CSO" } },
    );
    await page.getByText(two).waitFor();
    await expectAccessible(page);
    await picture(page, `wall-${viewport}-${language}`);
    await page.keyboard.press("Escape");
    await page.getByText(two).waitFor({ state: "detached" });
  });
});

describe("the people of a project", () => {
  test("are put in order by their moderator", async () => {
    const table = await newTable();
    const { code } = await invite(table);
    await server.graphql.run(
      `mutation ($input: JoinWorkshopInput!) { joinWorkshop(input: $input) { participant { id } } }`,
      {
        input: {
          code,
          displayName: "Heron",
          stakeholderGroup: "CSO",
          organisation: "Tenants Group",
        },
      },
    );
    const { page } = await browser.person(server, { cookie: table.moderator.cookie });
    await page.goto(`/projects/${table.projectId}`);
    await page.getByRole("button", { name: "Manage people" }).click();
    const dialog = page.getByRole("dialog").first();
    await dialog.getByText("Heron", { exact: true }).waitFor();
    await expectAccessible(page);
    await picture(page, "people-1440-en");

    await page.getByRole("button", { name: "More for Heron" }).click();
    await page.getByRole("menuitem", { name: "Group and organisation" }).click();
    const edit = page.getByRole("dialog", { name: "For whom Heron sits here" });
    await edit.getByLabel("Group").selectOption({ label: "Residents" });
    await edit.getByRole("button", { name: "Save" }).click();
    await dialog.getByText(/Residents · Tenants Group/).waitFor();

    await page.getByRole("tab", { name: "Organisations" }).click();
    await page.getByRole("button", { name: "Change Tenants Group" }).click();
    const organisation = page.getByRole("dialog", { name: "Tenants Group" });
    await organisation.getByLabel("Name").fill("Tenants’ Group");
    await expectAccessible(page);
    await organisation.getByRole("button", { name: "Save" }).click();
    await dialog.getByText("Tenants’ Group").waitFor();
    await picture(page, "organisations-1440-en");

    await page.getByRole("tab", { name: "Groups at the door" }).click();
    const region = page.getByRole("group", { name: "Region" });
    await region.getByLabel("Offered").uncheck();
    await page
      .getByRole("group", { name: "Community groups" })
      .getByLabel(/English/)
      .fill("The neighbourhood");
    await expectAccessible(page);
    await picture(page, "groups-1440-en");
    await dialog.getByRole("button", { name: "Save" }).click();
    await page.getByText("The groups at the door are saved.").first().waitFor();
    const guest = await browser.person(server, { viewport: "phone" });
    await guest.page.goto(`/join/${code}`);
    await guest.page.getByText("The neighbourhood").waitFor();
    expect(await guest.page.getByText("The region", { exact: true }).count()).toBe(0);
  });
});

describe("what is held on somebody", () => {
  test.each(everyLook)("shuts nobody out: $viewport, $theme, $language", async (look) => {
    const table = await newTable();
    const heron = await table.join();
    await heron.graphql.run(`mutation ($input: AddNoteInput!) { addNote(input: $input) { revision } }`, {
      input: { boardId: table.boardId, section: "STRENGTHS", text: "Keys at the neighbours’" },
    });
    const { page } = await browser.person(server, { ...look, cookie: heron.cookie });
    await page.goto("/my-data");
    await page.getByRole("heading", { level: 1, name: words[look.language ?? "en"].data }).waitFor();
    await page.locator("summary").click();
    await page.getByText("Keys at the neighbours’").waitFor();
    await expectAccessible(page);
    await picture(page, `own-data-${look.viewport}-${look.language}`);
  });

  test("is withdrawn after being asked once more, and taken along to another device before", async () => {
    const table = await newTable();
    const heron = await table.join({ displayName: "Heron" });
    const { page } = await browser.person(server, { cookie: heron.cookie });
    await page.goto("/my-data");
    await page.getByRole("button", { name: /settings and sign out/ }).click();
    await page.getByRole("menuitem", { name: "Go on on another device" }).click();
    const device = page.getByRole("dialog", { name: "Go on on another device" });
    const link = await device.getByRole("textbox", { name: "One-time link" }).inputValue();
    await expectAccessible(page);
    await picture(page, "device-1440-en");
    await page.keyboard.press("Escape");
    const phone = await browser.person(server, { viewport: "phone" });
    await phone.page.goto(link);
    await phone.page.getByRole("button", { name: "Continue" }).click();
    await phone.page.waitForURL(`${server.url}/`);
    await phone.page.goto(`/boards/${table.boardId}`);
    await phone.page.locator('[data-save][data-kind="saved"]').waitFor();

    await page.getByRole("button", { name: "Withdraw" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Withdraw for good" }).click();
    await dialog.getByText("Tick the box above if you are sure.").waitFor();
    await expectAccessible(page);
    await picture(page, "withdraw-1440-en");
    await dialog.getByLabel("Yes, I want to withdraw.").check();
    await dialog.getByRole("button", { name: "Withdraw for good" }).click();
    await page.getByText("You have withdrawn.").waitFor();
    expect(await heron.graphql.run(`{ viewer { kind } }`)).toEqual({ viewer: { kind: "ANONYMOUS" } });
  });
});
