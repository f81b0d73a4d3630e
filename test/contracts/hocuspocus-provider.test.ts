import { newItemId } from "@tavolo/schema";
import { beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { type BoardClient, openBoardClient } from "../support/board-client.ts";
import { type SeededBoard, type Seat, seedBoard } from "../support/seed-board.ts";
import { useTestServer } from "../support/start-test-server.ts";

const server = useTestServer();
let board: SeededBoard;
let ada: Seat;
let bruno: Seat;

beforeEach(async () => {
  board = await seedBoard(server.orm.em);
  ada = await board.seat("contributor", "Ada", "cso");
  bruno = await board.seat("contributor", "Bruno", "municipality");
});

const open = (seat: Seat) => openBoardClient({ url: server.url, boardId: board.boardId, token: seat.token });
/** What this client knows of everybody, itself as the others see it included. */
const statesOf = ({ provider, doc }: BoardClient) =>
  [...(provider.awareness?.getStates() ?? [])]
    .filter(([id]) => id !== doc.clientID)
    .map(([, state]) => state);
const note = (text: string) => ({ id: newItemId(), text, section: "S", language: "en" }) as const;

describe("the stock provider", () => {
  it("shares a note with everybody at the board and is told that it is saved", async () => {
    const [a, b] = await Promise.all([open(ada), open(bruno)]);
    a.editor.add("notes", note("Open until late"));
    await b.until(() => b.read().notes.length === 1);
    await a.saved();
    expect(b.read().notes[0]?.text).toBe("Open until late");
  });

  it("[FANOUT-1] merges what two people type into one note at once", async () => {
    const [a, b] = await Promise.all([open(ada), open(bruno)]);
    const given = note("middle");
    a.editor.add("notes", given);
    await b.until(() => b.read().notes.length === 1);
    a.editor.setText("notes", given.id, "text", "before middle");
    b.editor.setText("notes", given.id, "text", "middle after");
    const merged = "before middle after";
    await Promise.all(
      [a, b].map((client) => client.until(() => client.read().notes[0]?.text.length === merged.length)),
    );
    for (const client of [a, b]) expect(client.read().notes[0]?.text).toBe(merged);
  });

  it("finds everything it was told is saved in the next export", async () => {
    const a = await open(ada);
    for (let round = 1; round <= 10; round++) {
      const text = `Saved in round ${round}`;
      a.editor.add("notes", note(text));
      await a.saved();
      const { exportBoard } = await server.graphql
        .withToken(ada.token)
        .run<{ exportBoard: { content: string } }>(
          `mutation ($input: ExportBoardInput!) { exportBoard(input: $input) { content } }`,
          { input: { boardId: board.boardId, format: "JSON" } },
        );
      expect(exportBoard.content).toContain(text);
    }
  });

  it("brings offline edits along when it comes back", async () => {
    const [a, b] = await Promise.all([open(ada), open(bruno)]);
    await a.disconnect();
    a.editor.add("notes", note("Written on the train"));
    b.editor.add("notes", note("Written in the hall"));
    a.connect();
    for (const client of [a, b]) await client.until(() => client.read().notes.length === 2);
    await a.saved();
    expect(a.read().notes).toEqual(b.read().notes);
  });

  it("[ACK-1] is told that an edit is saved only once it is committed, also by the window that merely repeats it", async () => {
    const [first, second] = await Promise.all([open(ada), open(ada)]);
    const execute = (statement: string) => server.orm.em.fork().execute(statement);
    await Promise.all([first.saved(), second.saved()]);
    const before = second.acknowledged();
    await execute("alter table journal_entry rename to journal_away");
    first.editor.add("notes", note("Written in one window"));
    await expect.poll(() => server.engine.failingSince()).not.toBeNull();
    Y.applyUpdate(second.doc, Y.encodeStateAsUpdate(first.doc), "the device they share");
    // What a socket brings is handled in order: who sees this has the repeated edit behind them.
    const behind = newItemId();
    second.provider.setAwarenessField("editing", behind);
    await first.until(() => statesOf(first).some(({ editing }) => editing === behind));
    expect(second.acknowledged()).toBe(before);
    await execute("alter table journal_away rename to journal_entry");
    await Promise.all([first.saved(), second.saved()]);
  });

  it("joins a board whose last edit is not committed yet, and is shown it once it is", async () => {
    const a = await open(ada);
    const execute = (statement: string) => server.orm.em.fork().execute(statement);
    a.editor.add("notes", note("Committed"));
    await a.saved();
    // Who joins first has the document encoded for all others; a second edit lies behind it.
    await open(bruno);
    a.editor.add("notes", note("Committed behind it"));
    await a.saved();
    await execute("alter table journal_entry rename to journal_away");
    a.editor.add("notes", note("Not committed"));
    await expect.poll(() => server.engine.failingSince()).not.toBeNull();
    const b = await open(bruno);
    const texts = () => b.read().notes.map(({ text }) => text);
    await b.until(() => texts().length === 2);
    expect(texts()).toEqual(["Committed", "Committed behind it"]);
    await execute("alter table journal_away rename to journal_entry");
    await b.until(() => texts().length === 3);
    await Promise.all([a.saved(), b.saved()]);
    expect(b.read().notes).toEqual(a.read().notes);
  });

  it("[PRESENCE-1] knows people by the identity the server gives, whatever a client claims", async () => {
    const [a, b] = await Promise.all([open(ada), open(bruno)]);
    const editing = newItemId();
    a.provider.setAwarenessField("user", { name: "The Mayor", id: "forged" });
    a.provider.setAwarenessField("editing", editing);
    const seen = () => statesOf(b).find((state) => state["editing"] === editing);
    await b.until(() => seen() !== undefined);
    expect(seen()?.["user"]).toMatchObject({ name: "Ada", group: "cso" });
  });

  it("[PRESENCE-2] shows neither name nor caret where the board hides authors, nor the id under which they write", async () => {
    const { participantId } = board.moderator;
    const actor = { participantId, role: "moderator", kind: "human" } as const;
    await server.engine.changePolicy({ boardId: board.boardId, actor, display: "anonymous" });
    const [a, b] = await Promise.all([open(ada), open(bruno)]);
    a.provider.setAwarenessField("editing", newItemId());
    await b.until(() => statesOf(b).length === 2);
    const nobody = { id: expect.any(String), name: null, group: null, colour: expect.any(Number) };
    expect(statesOf(b)).toEqual([{ user: nobody }, { user: nobody }]);
    expect(b.provider.awareness?.getStates().has(a.doc.clientID)).toBe(false);
  });

  it("[FANOUT-2] cannot tell from the document which mutations one person made", async () => {
    const add = (seat: Seat, text: string) =>
      server.engine.edit({
        boardId: board.boardId,
        actor: { participantId: seat.participantId, role: "contributor", kind: "human" },
        apply: (editor) => editor.add("notes", { text, section: "S", language: "en" }),
      });
    for (const seat of [ada, bruno, ada]) await add(seat, "By a mutation");
    const { doc } = await open(await board.seat("observer", "Funder"));
    // One client id for all of them, and for the board’s beginning.
    expect(doc.store.clients.size).toBe(1);
  });

  it("is refused with a reason when its token is not good", async () => {
    const client = await openBoardClient({
      url: server.url,
      boardId: board.boardId,
      token: "tvl_no",
      ready: "told",
    });
    expect(client.messages[0]).toMatchObject({ type: "refused", code: "UNAUTHENTICATED" });
  });

  it("[RECEIVE-2] sees a freeze at once, and what it writes afterwards is refused and not kept", async () => {
    const a = await open(ada);
    const actor = { participantId: board.moderator.participantId, role: "moderator", kind: "human" } as const;
    await server.engine.changeState({ boardId: board.boardId, actor, state: "frozen", reason: "Agreed" });
    await a.until(() => a.messages.some(({ type }) => type === "state"));
    a.editor.add("notes", note("Too late"));
    await a.until(() => a.messages.some(({ type }) => type === "refused"));
    expect(a.messages.at(-1)).toMatchObject({ type: "refused", code: "BOARD_FROZEN" });
    const b = await open(bruno);
    expect(b.read().notes).toEqual([]);
  });

  it("[GATE-12] lets an observer read and nothing else", async () => {
    const observer = await open(await board.seat("observer", "Funder"));
    observer.editor.add("notes", note("I only look"));
    await observer.until(() => observer.messages.some(({ type }) => type === "refused"));
    expect(observer.messages.at(-1)).toMatchObject({ code: "FORBIDDEN" });
  });

  it("loses its place at once when its seat is removed", async () => {
    const a = await open(ada);
    await server.orm.em
      .fork()
      .execute("update participant set removed_at = now() where id = ?", [ada.participantId]);
    server.access.seatChanged(ada.participantId);
    await a.until(() => a.messages.some(({ type }) => type === "refused"));
    expect(a.messages.at(-1)).toMatchObject({ code: "SEAT_REMOVED" });
  });

  it("[RECEIVE-1] goes on when another socket sends rubbish, which is closed with a reason", async () => {
    const a = await open(ada);
    const hostile = new WebSocket(server.socketUrl("/sync"), {
      headers: { authorization: `Bearer ${bruno.token}` },
    });
    const closed = new Promise<[number, string]>((resolve) => {
      hostile.on("close", (code, reason) => resolve([code, reason.toString()]));
    });
    hostile.on("open", () => hostile.send(Uint8Array.of(5, 1, 2)));
    expect(await closed).toEqual([1007, "MALFORMED_FRAME"]);
    a.editor.add("notes", note("Still fine"));
    await a.saved();
  });
});
