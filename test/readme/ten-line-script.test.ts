import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, onTestFinished, test } from "vitest";
import { setTable } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const script = join(import.meta.dirname, "../../docs/examples/first-note.mjs");

/** Runs the script of the README as an integrator would, and hands out what it prints line by line. */
const runScript = (...args: string[]) => {
  const program = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void program.kill());
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  return async (): Promise<{ data: Record<string, unknown> }> =>
    JSON.parse(String((await lines.next()).value));
};

describe("the script in the README", () => {
  const server = useTestServer();

  test("adds a note that others see, and prints the edits that others make", async () => {
    const { projectId, boardId, moderator, join: joinTable } = await setTable(server, { display: "NAMED" });
    const { createApiToken } = await moderator.graphql.run<{ createApiToken: { token: string } }>(
      `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { token } }`,
      { input: { projectId, name: "City data portal" } },
    );

    const nextLine = runScript(server.socketUrl("/graphql"), createApiToken.token, boardId);
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
    const heard = new AbortController();
    const printed = nextLine().finally(() => heard.abort());
    for (let edit = 1; !heard.signal.aborted; edit += 1) {
      await graphql.run(`mutation ($input: EditNoteInput!) { editNote(input: $input) { revision } }`, {
        input: { boardId, id: added.note.id, text: `Open data, edit ${edit}` },
      });
    }
    expect((await printed).data["boardEvents"]).toMatchObject({
      __typename: "NoteChanged",
      note: { text: expect.stringContaining("Open data, edit") },
    });
  });
});
