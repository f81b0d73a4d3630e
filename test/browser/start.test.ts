import { gzipSync } from "node:zlib";
import { createSignInLink } from "@tavolo/server/people/create-sign-in-link.ts";
import { ParticipantSchema } from "@tavolo/server/participants/participant.entity.ts";
import type { Response } from "playwright-core";
import { describe, expect, test } from "vitest";
import { everyLook, expectAccessible, useBrowser } from "../support/browser.ts";
import { setTable, type SignedIn, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const server = useTestServer();
const browser = useBrowser();

let table: Promise<Table> | undefined;
const theTable = () => (table ??= setTable(server));

const newLink = async ({ participantId }: Pick<SignedIn, "participantId">, hours?: number) => {
  const em = server.orm.em.fork();
  const { person } = await em.findOneOrFail(ParticipantSchema, { id: participantId });
  const { url } = await createSignInLink(em, server.config, { personId: person!, hours });
  return url;
};

describe("somebody who is not signed in", () => {
  test("reads what this is and goes to the table by a pasted link", async () => {
    const { page } = await browser.person(server);
    await page.goto("/");
    await page.getByRole("heading", { level: 1, name: "Everyone at one table" }).waitFor();
    await page.getByLabel("Invite link or code").fill(`${server.url}/join/notAnInviteThatExists01`);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/join/notAnInviteThatExists01");
  });

  test("is told beside the field what is wrong with what they pasted", async () => {
    const { page } = await browser.person(server);
    await page.goto("/");
    const field = page.getByLabel("Invite link or code");
    await page.getByRole("button", { name: "Go to the table" }).click();
    await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
    await page.getByText("Paste the link from your invite, or type its code.").waitFor();
    await field.fill("see you at nine");
    await page.keyboard.press("Enter");
    await page.getByText("This is no invite that we can read.").waitFor();
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    await expectAccessible(page);
  });

  test("keeps the language and the colours they chose", async () => {
    const { page } = await browser.person(server);
    await page.goto("/");
    await page.getByText("Italiano", { exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Tutti allo stesso tavolo" }).waitFor();
    await page.getByRole("button", { name: "Impostazioni" }).click();
    await page.getByRole("menuitemradio", { name: "Scuri" }).click();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Tutti allo stesso tavolo" }).waitFor();
    const html = page.locator("html");
    expect(await html.getAttribute("lang")).toBe("it");
    expect(await html.getAttribute("data-theme")).toBe("dark");
  });

  test.each(everyLook)("finds nothing in their way: $viewport, $theme, $language", async (look) => {
    const { page } = await browser.person(server, look);
    await page.goto("/");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expectAccessible(page);
  });

  test("finds their way back from an address that does not exist", async () => {
    const { page } = await browser.person(server);
    await page.goto("/nowhere/at/all");
    await page.getByRole("heading", { level: 1, name: "Nothing is here" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "To the start page" }).click();
    await page.getByRole("heading", { level: 1, name: "Everyone at one table" }).waitFor();
  });

  test("is told when the server cannot be reached, and can try again", async () => {
    const { page, context } = await browser.person(server, { tolerate: /preload CSS|dynamically imported/ });
    await page.goto("/");
    await page.getByRole("heading", { level: 1, name: "Everyone at one table" }).waitFor();
    await context.setOffline(true);
    await page.getByLabel("Invite link or code").fill("notAnInviteThatExists01");
    await page.keyboard.press("Enter");
    // The page of the invite is a file of its own, which does not arrive either.
    await page.getByRole("heading", { level: 1, name: "This page could not be loaded" }).waitFor();
    await expectAccessible(page);
  });
});

describe("a sign-in link", () => {
  test("is used by a press, not by opening it, and works once", async () => {
    const { moderator } = await theTable();
    const link = await newLink(moderator);

    const preview = await browser.person(server);
    await preview.page.goto(link);
    await preview.page.getByRole("button", { name: "Continue" }).waitFor();
    await expectAccessible(preview.page);

    const { page } = await browser.person(server);
    await page.goto(link);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("heading", { level: 1, name: "Your projects" }).waitFor();
    expect(page.url()).toBe(`${server.url}/`);

    await preview.page.getByRole("button", { name: "Continue" }).click();
    await preview.page.getByRole("heading", { level: 1, name: "This link was already used" }).waitFor();
    await expectAccessible(preview.page);
  });

  test("that has run out says so; one that lacks its end leads to the other ways in", async () => {
    const { moderator } = await theTable();
    const { page } = await browser.person(server);
    await page.goto(await newLink(moderator, -1));
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("heading", { level: 1, name: "This link is no longer valid" }).waitFor();

    const { page: bare } = await browser.person(server);
    await bare.goto("/sign-in");
    await bare.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
    await expectAccessible(bare);
  });
});

describe("somebody who is signed in", () => {
  test("reaches a board from the start page in one step and a project in one step", async () => {
    const { moderator, boardId, projectId } = await theTable();
    const { page } = await browser.person(server, { cookie: moderator.cookie });
    await page.goto("/");
    const board = page.getByRole("link", { name: "SWOT", exact: true });
    expect(await board.getAttribute("href")).toBe(`/boards/${boardId}`);
    await page.getByRole("link", { name: "Rights in shared spaces", exact: true }).click();
    await page.waitForURL(`**/projects/${projectId}`);
    await page.getByRole("heading", { level: 1, name: "Rights in shared spaces" }).waitFor();
  });

  test("creates a project and stands in it", async () => {
    const { moderator } = await theTable();
    const { page } = await browser.person(server, { cookie: moderator.cookie });
    await page.goto("/");
    await page.getByRole("button", { name: "New project" }).click();
    const dialog = page.getByRole("dialog", { name: "New project" });
    await dialog.getByRole("button", { name: "Create the project" }).click();
    await dialog.getByText("Give the project a name.").waitFor();
    await expectAccessible(page);
    await dialog.getByLabel("Name", { exact: true }).fill("Places we share");
    await dialog.getByLabel("Country").selectOption("IT");
    await dialog.getByLabel("Residents").fill("182 000");
    await dialog.getByLabel("City").fill("Portavela");
    await dialog.getByRole("button", { name: "Create the project" }).click();
    await page.getByRole("heading", { level: 1, name: "Places we share" }).waitFor();
    await page.getByText("Portavela, 182,000 residents").waitFor();
    await page.getByText("A board belongs to a workshop.").waitFor();
    await expectAccessible(page);
  });

  test("leaves nothing of the session behind when they sign out", async () => {
    const { join } = await theTable();
    const guest = await join();
    const { page, context } = await browser.person(server, { cookie: guest.cookie });
    await page.goto("/");
    await page.getByRole("button", { name: "Heron: settings and sign out" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.getByText("You are signed out.").waitFor();
    expect(await context.cookies()).toEqual([]);
  });

  test("whose session has ended is told how to go on", async () => {
    const { join, projectId } = await theTable();
    const guest = await join({ displayName: "Stork" });
    const { page } = await browser.person(server, { cookie: guest.cookie });
    await guest.graphql.run("mutation { signOut { signedOut } }");
    await page.goto(`/projects/${projectId}`);
    await page.getByRole("heading", { level: 1, name: "Your session has ended" }).waitFor();
    await expectAccessible(page);
  });

  test.each(everyLook)("finds nothing in their way: $viewport, $theme, $language", async (look) => {
    const { moderator } = await theTable();
    const { page } = await browser.person(server, { ...look, cookie: moderator.cookie });
    await page.goto("/");
    await page.getByRole("listitem").first().waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: look.language === "it" ? /impostazioni/ : /settings/ }).click();
    await page.getByRole("menu").waitFor();
    await expectAccessible(page);
  });
});

test("no screen before the board fetches more than 120 kB of script", async () => {
  const { moderator, projectId } = await theTable();
  for (const path of ["/", `/projects/${projectId}`, `/projects/${projectId}/developer`]) {
    const { page } = await browser.person(server, { cookie: moderator.cookie });
    const scripts: Response[] = [];
    page.on("response", (response) => {
      if (new URL(response.url()).pathname.endsWith(".js")) scripts.push(response);
    });
    await page.goto(path, { waitUntil: "networkidle" });
    await page.getByRole("heading", { level: 1 }).waitFor();
    const sizes = await Promise.all(scripts.map(async (script) => gzipSync(await script.body()).length));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total, path).toBeGreaterThan(50_000);
    expect(total, path).toBeLessThanOrEqual(120_000);
  }
});
