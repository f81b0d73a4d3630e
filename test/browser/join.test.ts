import { InviteSchema } from "@tavolo/server/invites/invite.entity.ts";
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { everyLook, expectAccessible, useBrowser } from "../support/browser.ts";
import { setTable, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const server = useTestServer();
const browser = useBrowser();

let administrator: ReturnType<typeof signInAdministrator> | undefined;
const newTable = async (options: Parameters<typeof setTable>[1] = {}) =>
  setTable(server, { ...options, moderator: await (administrator ??= signInAdministrator(server)) });

const invite = async (
  { moderator, workshopId }: Table,
  role = "CONTRIBUTOR",
): Promise<{ id: string; code: string }> => {
  const { createInvite } = await moderator.graphql.run<{
    createInvite: { invite: { id: string; code: string } };
  }>(`mutation ($input: CreateInviteInput!) { createInvite(input: $input) { invite { id code } } }`, {
    input: { workshopId, role },
  });
  return createInvite.invite;
};

const tabTo = async (page: Page, name: string) => {
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label =
        element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element?.textContent;
      return label?.trim() ?? "";
    });
    if (focused.startsWith(name)) return;
  }
  throw new Error(`The Tab key never came to “${name}”.`);
};

describe("an invite", () => {
  test("takes somebody to the table by keyboard alone", async () => {
    const table = await newTable();
    const { code } = await invite(table);
    const { page, context } = await browser.person(server);
    await page.goto(`/join/${code}`);
    await page.getByRole("heading", { level: 1, name: "SWOT" }).waitFor();
    await tabTo(page, "Your name on the board");
    await page.keyboard.type("Bunting");
    await tabTo(page, "The municipality");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    expect(await page.getByRole("radio", { name: "An association (CSO)" }).isChecked()).toBe(true);
    await tabTo(page, "Organisation");
    await page.keyboard.type("Tenants’ Group");
    await tabTo(page, "Take your seat");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/boards/${table.boardId}`);

    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ name: "tavolo_session", httpOnly: true, sameSite: "Lax" });
    const { project } = await table.moderator.graphql.run<{
      project: { participants: { nodes: { displayName: string; organisation: { name: string } | null }[] } };
    }>(
      `query ($id: ID!) { project(id: $id) { participants { nodes { displayName organisation { name } } } } }`,
      {
        id: table.projectId,
      },
    );
    expect(project.participants.nodes).toContainEqual({
      displayName: "Bunting",
      organisation: { name: "Tenants’ Group" },
    });
  });

  test("asks for a name and a group before anything is sent", async () => {
    const table = await newTable();
    const { page } = await browser.person(server);
    await page.goto(`/join/${(await invite(table)).code}`);
    await page.getByRole("button", { name: "Take your seat" }).click();
    await page.getByText("Write a name that the others can call you by.").waitFor();
    await page.getByText("Choose whom you are here for.").waitFor();
    expect(
      await page.getByLabel("Your name on the board").evaluate((input) => input === document.activeElement),
    ).toBe(true);
    await expectAccessible(page);
  });

  test.each([
    ["NAMED", "Your notes show your name and your group"],
    ["GROUP", "Your notes show only your group, never your name."],
    ["ANONYMOUS", "Your notes show neither your name nor your group."],
  ] as const)(
    "to a board that shows %s says what that means before a seat is taken",
    async (display, sentence) => {
      const table = await newTable({ display });
      const { page } = await browser.person(server);
      await page.goto(`/join/${(await invite(table)).code}`);
      await page.getByText(sentence).waitFor();
      await page.getByText("More about my data").click();
      await page.getByText("Nothing is passed to third parties.").waitFor();
    },
  );

  test("names nobody who is already there", async () => {
    const table = await newTable();
    await table.join({ displayName: "Kestrel" });
    const { page } = await browser.person(server);
    await page.goto(`/join/${(await invite(table)).code}`);
    await page.getByText("2 people have taken a seat").waitFor();
    expect(await page.content()).not.toContain("Kestrel");
  });

  test("goes on with the seat somebody already has", async () => {
    const table = await newTable();
    const guest = await table.join({ displayName: "Linnet" });
    const { page } = await browser.person(server, { cookie: guest.cookie });
    await page.goto(`/join/${(await invite(table)).code}`);
    await page.getByRole("heading", { name: "You have a seat as Linnet" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.waitForURL(`**/boards/${table.boardId}`);
  });

  test("to a workshop with two boards lets the person choose", async () => {
    const table = await newTable();
    await table.moderator.graphql.run(
      `mutation ($input: CreateBoardInput!) { createBoard(input: $input) { board { id } } }`,
      { input: { workshopId: table.workshopId, templateId: "civic-space-swot", title: "The courtyard" } },
    );
    const { page } = await browser.person(server);
    await page.goto(`/join/${(await invite(table)).code}`);
    await page.getByRole("heading", { level: 1, name: "First round table" }).waitFor();
    await page.getByLabel("Your name on the board").fill("Egret");
    await page.getByText("Myself, as a resident").click();
    await page.getByRole("button", { name: "Take your seat" }).click();
    await page.getByRole("heading", { name: "Where do you want to sit?" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "The courtyard" }).click();
    await page.waitForURL("**/boards/*");
  });

  test("for observers says that one reads along", async () => {
    const table = await newTable();
    const { page } = await browser.person(server);
    await page.goto(`/join/${(await invite(table, "OBSERVER")).code}`);
    await page.getByText("With this invite you read along").waitFor();
  });

  test("that was withdrawn, has run out or never existed says which, and offers another way in", async () => {
    const table = await newTable();
    const withdrawn = await invite(table);
    await table.moderator.graphql.run(
      `mutation ($input: RevokeInviteInput!) { revokeInvite(input: $input) { invite { id } } }`,
      { input: { id: withdrawn.id } },
    );
    const expired = await invite(table);
    await server.orm.em.fork().nativeUpdate(InviteSchema, { id: expired.id }, { expiresAt: new Date(0) });
    const { page } = await browser.person(server);
    for (const [code, sentence] of [
      [withdrawn.code, "This invite was withdrawn."],
      [expired.code, "This invite has run out."],
      ["noInviteHasThisCode0001", "This invite is not known."],
    ] as const) {
      await page.goto(`/join/${code}`);
      await page.getByRole("alert").filter({ hasText: sentence }).waitFor();
      await page.getByLabel("Invite link or code").waitFor();
      await expectAccessible(page);
    }
  });

  test.each(everyLook)("shuts nobody out: $viewport, $theme, $language", async (look) => {
    const table = await newTable();
    const { page } = await browser.person(server, look);
    await page.goto(`/join/${(await invite(table)).code}`);
    await page
      .getByRole("button", { name: look.language === "it" ? "Prendi posto" : "Take your seat" })
      .waitFor();
    await expectAccessible(page);
  });
});
