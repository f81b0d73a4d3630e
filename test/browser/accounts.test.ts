import { createSetUpLink } from "@tavolo/server/people/create-set-up-link.ts";
import { describe, expect, test } from "vitest";
import { everyLook, expectAccessible, useBrowser } from "../support/browser.ts";
import { linkIn, useMailServer } from "../support/mail-server.ts";
import { joinWorkshop, setTable } from "../support/sign-in.ts";
import { startTestServer, type TestServer, useTestServer } from "../support/start-test-server.ts";

const browser = useBrowser();
const password = "the square is quiet at noon";

const setUp = async (server: TestServer) => {
  const link = await createSetUpLink(server.orm.em.fork(), server.config);
  if (!link) throw new Error("The server is set up already.");
  const { cookie, errors } = await server.graphql.send(
    `mutation ($input: CompleteSetUpInput!) { completeSetUp(input: $input) { viewer { kind } } }`,
    {
      input: {
        token: new URL(link.url).hash.slice(1),
        displayName: "Ada",
        email: "ada@example.org",
        password,
      },
    },
  );
  if (!cookie) throw new Error(`Nobody was set up: ${errors[0]?.message}`);
  return { cookie, graphql: server.graphql.as(cookie) };
};

describe("the first administrator", () => {
  test("opens the set-up link, gives name, address and password, and is in", async () => {
    const server = await startTestServer();
    const { page } = await browser.person(server);
    await page.goto(server.links.setUp!);
    await page.getByRole("heading", { level: 1, name: "Set up this server" }).waitFor();
    await page.getByRole("button", { name: "Create the account" }).click();
    await page.getByText("Say what you are called.").waitFor();
    await expectAccessible(page);
    await page.keyboard.type("Ada");
    await page.getByLabel("E-mail address").fill("ada@example.org");
    const field = page.getByLabel("Password", { exact: true });
    await field.fill("too short");
    await page.keyboard.press("Enter");
    await page.getByText("A password needs at least 12 characters.").waitFor();
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    await field.fill(password);
    await page.getByRole("button", { name: "Show password" }).click();
    expect(await field.getAttribute("type")).toBe("text");
    expect(await field.getAttribute("autocomplete")).toBe("new-password");
    await page.getByRole("button", { name: "Create the account" }).click();
    await page.getByRole("heading", { level: 1, name: "Your projects" }).waitFor();
    expect(new URL(page.url()).hash).toBe("");

    await page.goto(server.links.setUp!);
    await page.getByLabel("Your name").fill("Eve");
    await page.getByLabel("E-mail address").fill("eve@example.org");
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.keyboard.press("Enter");
    await page.getByText("This set-up link was used or replaced.").waitFor();
    await expectAccessible(page);
  });
});

describe("somebody with an account", () => {
  const post = useMailServer();
  const server = useTestServer(undefined, {
    get env() {
      return { SMTP_URL: post.url };
    },
  });
  let account: ReturnType<typeof setUp> | undefined;
  const ada = () => (account ??= setUp(server));
  const signIn = async () => {
    const { cookie, errors } = await server.graphql.send(
      `mutation ($input: SignInInput!) { signIn(input: $input) { viewer { kind } } }`,
      { input: { email: "ada@example.org", password } },
    );
    if (!cookie) throw new Error(`Ada did not get in: ${errors[0]?.message}`);
    return cookie;
  };

  test("signs in by password, by keyboard alone, and is told when it is wrong", async () => {
    await ada();
    const { page } = await browser.person(server);
    await page.goto("/");
    await page.getByRole("link", { name: "Sign in" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
    await page.getByLabel("E-mail address").focus();
    await page.keyboard.type("ada@example.org");
    await page.keyboard.press("Tab");
    await page.keyboard.type("not this one at all");
    await page.keyboard.press("Enter");
    await page.getByText("The e-mail address or the password is not right.").waitFor();
    await expectAccessible(page);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Your projects" }).waitFor();
  });

  test("has a link mailed, and chooses a new password behind it", async () => {
    await ada();
    const { page } = await browser.person(server, { language: "it", viewport: "phone" });
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Hai dimenticato la password?" }).click();
    await page.getByLabel("Indirizzo e-mail").fill("ada@example.org");
    await page.keyboard.press("Enter");
    await page.getByText("Se esiste un account con questo indirizzo").waitFor();
    await expectAccessible(page);
    await page.goto(linkIn(await post.mailTo("ada@example.org")));
    await page.getByRole("button", { name: "Continua" }).click();
    await page.waitForURL("**/account#password");
    await page.getByText("Hai appena usato un link").waitFor();
    await page.getByLabel("Nuova password").fill("un’altra frase abbastanza lunga");
    await page.getByRole("button", { name: "Cambia la password" }).click();
    await page.getByText("La tua password è stata salvata").first().waitFor();
    await post.mailTo("ada@example.org");
    await page.getByLabel("Nuova password").fill(password);
    await page.getByRole("button", { name: "Cambia la password" }).click();
    // This change’s own mail: whoever signs in next does so by the password that it tells of.
    await post.mailTo("ada@example.org");
  });

  test("changes their name, sees their sessions and ends another one, which leaves at once", async () => {
    await ada();
    const { page } = await browser.person(server, { cookie: await signIn() });
    const elsewhere = await signIn();
    await page.goto("/account");
    await page.getByLabel("Your name").fill("Ada Bianchi");
    await page.getByRole("button", { name: "Save the name" }).click();
    await page.getByText("Your name was changed.").first().waitFor();
    await page.getByText("this device").waitFor();
    await page.getByText("Unknown device").first().waitFor();
    await page.getByRole("button", { name: "End all others" }).click();
    const dialog = page.getByRole("alertdialog");
    await dialog.waitFor();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "End all others" }).click();
    await page
      .getByText(/sessions? ha(s|ve) ended\./)
      .first()
      .waitFor();
    const { viewer } = await server.graphql
      .as(elsewhere)
      .run<{ viewer: { kind: string } }>("{ viewer { kind } }");
    expect(viewer.kind).toBe("ANONYMOUS");
  });

  test.each(everyLook)("finds nothing in their way: $viewport, $theme, $language", async (look) => {
    await ada();
    const { page } = await browser.person(server, look);
    for (const path of [
      "/sign-in",
      "/sign-in?problem=failed",
      "/set-up#unknown-token",
      "/confirm-email#unknown-token",
    ]) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await expectAccessible(page);
    }
    const signedIn = await browser.person(server, { ...look, cookie: await signIn() });
    await signedIn.page.goto("/account");
    await signedIn.page.locator("input[name=name]").waitFor();
    await expectAccessible(signedIn.page);
  });
});

describe("a new moderator", () => {
  test("is invited by a link to pass on, accepts it with an account and moderates", async () => {
    const server = await startTestServer();
    const administrator = await setUp(server);
    const table = await setTable(server, { moderator: administrator });
    const { page } = await browser.person(server, { cookie: administrator.cookie });
    await page.goto(`/projects/${table.projectId}`);
    await page.getByRole("button", { name: "Manage people" }).click();
    await page.getByRole("button", { name: "Invite a moderator" }).click();
    const dialog = page.getByRole("dialog", { name: "Invite a moderator" });
    await dialog.getByLabel("E-mail address").fill("bruno@example.org");
    await dialog.getByRole("button", { name: "Invite", exact: true }).click();
    await dialog.getByText("Pass this link on to bruno@example.org").waitFor();
    await expectAccessible(page);
    const link = await dialog.getByLabel("Link").inputValue();
    await dialog.getByRole("button", { name: "Done" }).click();
    await page.getByText("bruno@example.org").waitFor();

    const bruno = await browser.person(server, { language: "it", viewport: "phone" });
    await bruno.page.goto(link);
    await bruno.page.getByRole("heading", { level: 1, name: "Il tuo account" }).waitFor();
    await expectAccessible(bruno.page);
    await bruno.page.getByLabel("Il tuo nome").fill("Bruno");
    await bruno.page.getByLabel("Password", { exact: true }).fill(password);
    await bruno.page.keyboard.press("Enter");
    await bruno.page.waitForURL(`**/projects/${table.projectId}`);
    await bruno.page.getByRole("heading", { level: 1 }).waitFor();

    const again = await browser.person(server);
    await again.page.goto(link);
    await again.page.getByText("It was accepted already.").waitFor();
    await expectAccessible(again.page);
  });

  test("who has an account signs in first and comes back to the invitation", async () => {
    const server = await startTestServer();
    const administrator = await setUp(server);
    const table = await setTable(server, { moderator: administrator });
    const { inviteModerator } = await administrator.graphql.run<{ inviteModerator: { url: string } }>(
      `mutation ($input: InviteModeratorInput!) { inviteModerator(input: $input) { url } }`,
      { input: { projectId: table.projectId, email: "ada@example.org" } },
    );
    const { page } = await browser.person(server);
    await page.goto(inviteModerator.url);
    await page.getByText("There is an account with the address ada@example.org.").waitFor();
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByLabel("E-mail address").fill("ada@example.org");
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.keyboard.press("Enter");
    await page.getByText("You accept as Ada.").waitFor();
    await page.getByRole("button", { name: "Accept and go to the project" }).click();
    await page.waitForURL(`**/projects/${table.projectId}`);
  });
});

test("a guest’s account page holds their sessions and asks for nothing", async () => {
  const server = await startTestServer();
  const administrator = await setUp(server);
  const { workshopId } = await setTable(server, { moderator: administrator });
  const { createInvite } = await administrator.graphql.run<{ createInvite: { invite: { code: string } } }>(
    `mutation ($input: CreateInviteInput!) { createInvite(input: $input) { invite { code } } }`,
    { input: { workshopId } },
  );
  const { cookie } = await joinWorkshop(server, {
    code: createInvite.invite.code,
    displayName: "Heron",
    stakeholderGroup: "CSO",
  });
  const { page } = await browser.person(server, { cookie });
  await page.goto("/");
  await page.getByRole("button", { name: /Heron/ }).click();
  await page.getByRole("menuitem", { name: "Your account" }).click();
  await page.getByText("You take part without an account.").waitFor();
  await page.getByText("by an invite").waitFor();
  expect(await page.getByLabel("New password").count()).toBe(0);
  await expectAccessible(page);
});
