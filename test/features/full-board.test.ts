import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import { JournalEntrySchema } from "@tavolo/server/sync/journal/journal-entry.entity.ts";
import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { openBoardClient } from "../support/board-client.ts";
import { eachDatabase } from "../support/databases.ts";
import { setTable, type SignedIn } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const LIMIT = 8 * 1024 * 1024;

eachDatabase((database) => {
  const server = useTestServer(database);
  let moderator: SignedIn;
  let heron: SignedIn;
  let boardId: string;
  let noteId: string;

  beforeEach(async () => {
    const table = await setTable(server, moderator && { moderator });
    ({ moderator, boardId } = table);
    heron = await table.join();
    const { addNote } = await heron.graphql.run<{ addNote: { note: { id: string }; revision: number } }>(
      `mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } revision } }`,
      { input: { boardId, section: "STRENGTHS", text: "Open late" } },
    );
    noteId = addNote.note.id;
    // As much as a board takes, where no query has to read it.
    const doc = new Y.Doc();
    doc.getMap("ballast").set("weight", "x".repeat(LIMIT));
    const seq = addNote.revision + 1;
    const em = server.orm.em.fork();
    await em.insert(JournalEntrySchema, {
      board: boardId,
      generation: 1,
      seq,
      actor: null,
      clientIds: [doc.clientID],
      at: new Date(),
      bytes: Y.encodeStateAsUpdate(doc),
      decision: null,
    });
    await em.nativeUpdate(BoardSchema, { id: boardId }, { headSeq: seq });
    await server.restart();
  });

  const open = () => openBoardClient({ url: server.url, boardId, cookie: heron.cookie });
  const send = async (mutation: string, input: Record<string, unknown>) => {
    const name = mutation[0]!.toUpperCase() + mutation.slice(1);
    const { errors } = await heron.graphql.send(
      `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { revision } }`,
      { input: { boardId, ...input } },
    );
    return errors[0]?.extensions.code ?? "taken";
  };

  describe("a full board", () => {
    it("takes by mutation what makes it no larger, and refuses what does", async () => {
      expect(await send("addNote", { section: "STRENGTHS", text: "One more" })).toBe("BOARD_FULL");
      expect(await send("editNote", { id: noteId, text: "Open late at night" })).toBe("BOARD_FULL");
      expect(await send("editNote", { id: noteId, text: "Open" })).toBe("taken");
      expect(await send("moveNote", { id: noteId, section: "WEAKNESSES" })).toBe("taken");
      expect(await send("removeNote", { id: noteId })).toBe("taken");
    });

    it("takes by socket what makes it no larger", async () => {
      const client = await open();
      const text = client.doc.getMap<Y.Map<Y.Text>>("notes").get(noteId)?.get("text");
      text?.delete(4, 5);
      client.editor.move("notes", noteId, { section: "W" });
      client.editor.remove("notes", noteId);
      await client.saved();
      expect(client.messages.filter(({ type }) => type === "refused")).toEqual([]);
    });

    it.each([
      ["a longer text", (text: Y.Text) => text.insert(text.length, ", every day")],
      ["another note", null],
    ])("refuses by socket %s", async (_what, write) => {
      const client = await open();
      if (write) write(client.doc.getMap<Y.Map<Y.Text>>("notes").get(noteId)!.get("text")!);
      else client.editor.add("notes", { text: "One more", section: "S", language: "en" });
      await client.until(() => client.messages.some(({ type }) => type === "refused"));
      expect(client.messages.at(-1)).toMatchObject({ type: "refused", code: "BOARD_FULL" });
      expect((await open()).read().notes.map(({ text }) => text)).toEqual(["Open late"]);
    });
  });
});
