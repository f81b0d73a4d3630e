import { expect, test } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { setTable } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { BoardPage, eventually } from "./board-page.ts";
import { picture } from "../support/picture.ts";

const server = useTestServer();
const browser = useBrowser();

const PEOPLE = 30;
/** What a workshop has patience for at its door. */
const DOOR_MS = 120_000;
/** Phones that load the first page at the same moment; more at once only wait for each other on two cores. */
const AT_ONCE = 6;

test(
  "thirty people join by the link within two minutes and write at once",
  async () => {
    const table = await setTable(server, { display: "NAMED" });
    const { createInvite } = await table.moderator.graphql.run<{
      createInvite: { invite: { code: string } };
    }>(`mutation ($input: CreateInviteInput!) { createInvite(input: $input) { invite { code } } }`, {
      input: { workshopId: table.workshopId },
    });
    // Two digits each, so that no name is the beginning of another.
    const names = Array.from({ length: PEOPLE }, (_, n) => `Person ${n + 11}`);

    const join = async (name: string): Promise<BoardPage> => {
      const { page, context } = await browser.person(server, { viewport: "phone" });
      // Thirty browsers share the cores of one machine: each is slow, which no phone in a hall would be.
      page.setDefaultTimeout(DOOR_MS);
      await page.goto(`/join/${createInvite.invite.code}`);
      await page.getByLabel("Your name on the board").fill(name);
      await page.getByText("Myself, as a resident").click();
      await page.getByRole("button", { name: "Take your seat" }).click();
      await page.locator('[data-save][data-kind="saved"]').waitFor();
      return new BoardPage(page, context, "en");
    };

    const began = performance.now();
    const waiting = [...names];
    const seated = new Map<string, BoardPage>();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let name = waiting.shift(); name; name = waiting.shift()) seated.set(name, await join(name));
      }),
    );
    const joined = performance.now() - began;
    console.info(`${seated.size} people joined in ${(joined / 1_000).toFixed(1)} s`);
    expect(joined).toBeLessThan(DOOR_MS);

    await Promise.all([...seated].map(([name, board]) => board.write("S", `Written by ${name}`)));
    const read = async () => {
      const { board } = await table.moderator.graphql.run<{
        board: { notes: { nodes: { text: string; author: { displayName: string } }[] } };
      }>(
        `query ($id: ID!) { board(id: $id) { notes(first: 100) { nodes { text author { displayName } } } } }`,
        {
          id: table.boardId,
        },
      );
      return board.notes.nodes.map(({ text, author }) => `${author.displayName}: ${text}`).toSorted();
    };
    await eventually(read, names.map((name) => `${name}: Written by ${name}`).toSorted());

    // What the server holds, everybody sees.
    const [[, first] = []] = seated;
    await eventually(async () => (await first?.texts("S"))?.length, PEOPLE);
    if (first) await picture(first.page, "thirty-390-en");
  },
  DOOR_MS * 3,
);
