import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { setTable, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const root = join(import.meta.dirname, "../..");
const script = join(root, "docs/examples/first-note.mjs");

/** Runs the script of the README as an integrator would, and hands out what it prints line by line. */
const runScript = (...args: string[]) => {
  const program = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void program.kill());
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  return async (): Promise<{ data: Record<string, unknown> }> => {
    const { done, value } = await lines.next();
    if (done) throw new Error("The script ended.");
    return JSON.parse(value) as { data: Record<string, unknown> };
  };
};

describe("an integrator who follows the README", () => {
  const server = useTestServer();
  let table: Table;
  let token: string;

  beforeAll(async () => {
    table = await setTable(server, { display: "NAMED" });
    const { createApiToken } = await table.moderator.graphql.run<{ createApiToken: { token: string } }>(
      `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { token } }`,
      { input: { projectId: table.projectId, name: "City data portal" } },
    );
    token = createApiToken.token;
  });

  test("reads the boards by the first query", async () => {
    const [, body = ""] = /-d '(.*)'/.exec(readFileSync(join(root, "README.md"), "utf8")) ?? [];
    const { query } = JSON.parse(body) as { query: string };
    expect(await server.graphql.withToken(token).run(query)).toEqual({
      projects: {
        nodes: [
          {
            name: "Rights in shared spaces",
            boards: {
              nodes: [
                {
                  id: table.boardId,
                  title: "SWOT",
                  revision: expect.any(Number),
                  counts: { notes: 0, clusters: 0 },
                },
              ],
            },
          },
        ],
      },
    });
  });

  test("adds a note by the script, and has the edits printed that others make", async () => {
    const { boardId, join: joinTable } = table;
    const nextLine = runScript(server.socketUrl("/graphql"), token, boardId);
    const added = (await nextLine()).data["addNote"] as {
      revision: number;
      note: { id: string; text: string };
    };
    expect(added.note.text).toBe("Open data on how the rooms are used");

    const { graphql } = await joinTable({ displayName: "Heron" });
    const { board } = await graphql.run<{ board: { notes: { nodes: object[] } } }>(
      `query ($id: ID!) { board(id: $id) { notes { nodes { id section author { displayName } } } } }`,
      { id: boardId },
    );
    expect(board.notes.nodes).toEqual([
      { id: added.note.id, section: "OPPORTUNITIES", author: { displayName: "City data portal" } },
    ]);

    // Nothing tells from outside when the script has subscribed, so the edits go on until it prints one.
    let listening = true;
    const printed = nextLine().finally(() => (listening = false));
    const editOn = async (edit: number): Promise<void> => {
      if (!listening) return;
      await graphql.run(`mutation ($input: EditNoteInput!) { editNote(input: $input) { revision } }`, {
        input: { boardId, id: added.note.id, text: `Open data, edit ${edit}` },
      });
      await editOn(edit + 1);
    };
    const [line] = await Promise.all([printed, editOn(1)]);
    expect(line.data["boardEvents"]).toMatchObject({
      __typename: "NoteChanged",
      note: { text: expect.stringContaining("Open data, edit") },
    });
  });
});
