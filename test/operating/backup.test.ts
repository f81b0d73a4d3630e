import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkBoard } from "@tavolo/server/sync/check/check-board.ts";
import { openBoardClient } from "../support/board-client.ts";
import { postgresql, postgresqlAnswers } from "../support/databases.ts";
import { setTable } from "../support/sign-in.ts";
import { startTestServer } from "../support/start-test-server.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/run-it-for-your-city.md"), "utf8");

/** The commands of a section that the page has administrators run inside the database’s container. */
const commandsOf = (section: string): string[] => {
  const [, text = ""] = page.split(`## ${section}\n`);
  const [own = ""] = text.split("\n## ", 1);
  return [...own.matchAll(/^docker compose exec -T database (.+)$/gm)].map(([, command]) => command!);
};

test.skipIf(!postgresqlAnswers)(
  "the backup that the page describes brings everything back as it was",
  async () => {
    const server = await startTestServer(postgresql);
    const { database } = server.config;
    if (database.kind !== "postgresql") throw new Error("This is not PostgreSQL.");
    const { hostname, port, username, pathname } = new URL(database.url);
    const folder = mkdtempSync(join(tmpdir(), "tavolo-backup-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const run = (command: string) => {
      // The same command outside the container: another account, another name of the database.
      const here = command
        .replaceAll("--username tavolo", `--username ${username}`)
        .replace(/(?<=--force |createdb .*|custom |--dbname )tavolo(?![.\w])/, pathname.slice(1));
      execFileSync("sh", ["-c", here], {
        cwd: folder,
        env: { PATH: process.env.PATH, PGHOST: hostname, PGPORT: port || "5432" },
        stdio: ["ignore", "inherit", "inherit"],
      });
    };

    const table = await setTable(server);
    const { boardId, moderator } = table;
    const write = (text: string) =>
      moderator.graphql.run(`mutation ($input: AddNoteInput!) { addNote(input: $input) { revision } }`, {
        input: { boardId, section: "STRENGTHS", text },
      });
    const read = () =>
      moderator.graphql.run<{ board: { revision: number; notes: { nodes: { text: string }[] } } }>(
        `query ($boardId: ID!) { board(id: $boardId) { revision notes { nodes { text author { displayName } } } } }`,
        { boardId },
      );
    await write("Written before the backup");
    const before = await read();
    const [backup] = commandsOf("Backup");
    run(backup!);
    await write("Written after it, and lost");
    const open = (generation: number) =>
      openBoardClient({ url: server.url, boardId, cookie: moderator.cookie, generation });
    const atTheBoard = await open(1);

    const restore = commandsOf("Restore");
    expect(restore).toHaveLength(3);
    await server.restart(() => {
      for (const command of restore) run(command);
    });
    expect(await read()).toEqual(before);
    // The open board holds what the server no longer knows: it is turned away, and comes back to what there is.
    await atTheBoard.until(() => atTheBoard.messages.some(({ type }) => type === "refused"));
    expect(atTheBoard.messages.at(-1)).toMatchObject({ code: "GENERATION_CHANGED" });
    expect((await open(2)).read().notes.map(({ text }) => text)).toEqual(["Written before the backup"]);
    expect(await checkBoard(server.orm.em, boardId)).toMatchObject({ differences: [] });
    await write("Life goes on");
    expect((await read()).board.notes.nodes).toHaveLength(2);
  },
);
