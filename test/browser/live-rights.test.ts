import { expect, test } from "vitest";
import { expectAccessible, useBrowser } from "../support/browser.ts";
import { setTable, type SignedIn, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const server = useTestServer();
const browser = useBrowser();

let table: Promise<Table> | undefined;
const theTable = () => (table ??= setTable(server));

/** Somebody who has the board open and touches nothing. */
const sitIdly = async (look = {}) => {
  const { boardId, join } = await theTable();
  const guest = await join({ displayName: "Heron" });
  const { page } = await browser.person(server, { ...look, cookie: guest.cookie });
  await page.goto(`/boards/${boardId}`);
  await page
    .getByRole("heading", { name: /Strengths|Punti di forza/ })
    .first()
    .waitFor();
  return { page, guest };
};
const manage = async (mutation: string, { participantId }: SignedIn, values: object = {}) => {
  const { moderator } = await theTable();
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  await moderator.graphql.run(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { participant { id } } }`,
    { input: { participantId, ...values } },
  );
};

test("a new role is said on the open board, each time", async () => {
  const { page, guest } = await sitIdly();
  await manage("setParticipantRole", guest, { role: "OBSERVER" });
  await page.getByText("You may now read this board, but no longer write on it.").first().waitFor();
  await expectAccessible(page);
  await manage("setParticipantRole", guest, { role: "MODERATOR" });
  await page.getByText("You may now lead:").first().waitFor();
});

test("a seat that was taken away closes the board with the reason, in one’s own language", async () => {
  const { page, guest } = await sitIdly({ language: "it" });
  await manage("removeParticipant", guest);
  await page.getByRole("heading", { level: 1, name: "Il tuo posto è stato tolto" }).waitFor();
  await expectAccessible(page);
});

test("signing out in one window closes the board in the other", async () => {
  const { page, guest } = await sitIdly();
  await guest.graphql.run("mutation { signOut { signedOut } }");
  await page.getByRole("heading", { level: 1, name: "You have been signed out" }).waitFor();
  expect(await page.getByRole("alert").textContent()).toMatch(/Sign in/);
  await expectAccessible(page);
});
