import { boardTemplates } from "@tavolo/schema";
import type { Page } from "playwright-core";
import type { Person, PersonOptions, TestBrowser } from "../support/browser.ts";
import type { SignedIn, Table } from "../support/sign-in.ts";
import type { TestServer } from "../support/start-test-server.ts";

/** Makes a board of a kind at a table and returns its id. */
export const layOut = async (
  { workshopId, moderator }: Pick<Table, "workshopId" | "moderator">,
  kind: string,
): Promise<string> => {
  const template = boardTemplates().find((one) => one.kind === kind);
  if (!template) throw new Error(`There is no template of ${kind} boards.`);
  const { createBoard } = await moderator.graphql.run<{ createBoard: { board: { id: string } } }>(
    `mutation ($input: CreateBoardInput!) { createBoard(input: $input) { board { id } } }`,
    {
      input: {
        workshopId,
        templateId: template.id,
        title: template.name.en ?? kind,
        display: "NAMED",
      },
    },
  );
  return createBoard.board.id;
};

/** Opens a board of any kind for somebody and waits until it stands there, saved. */
export const openKind = async (
  browser: TestBrowser,
  server: TestServer,
  boardId: string,
  { cookie }: Pick<SignedIn, "cookie">,
  options: PersonOptions = {},
): Promise<Person> => {
  const person = await browser.person(server, { cookie, ...options });
  await person.page.goto(`/boards/${boardId}`);
  await saved(person.page);
  return person;
};

/** Waits until everything that was written here is safe. */
export const saved = async (page: Page): Promise<void> =>
  page.locator('[data-save][data-kind="saved"]').waitFor();
