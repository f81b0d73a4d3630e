import { editBoard, swot } from "@tavolo/schema";
import { forgeUpdate } from "@tavolo/server/sync/gate/forge-update.ts";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { openBoardClient } from "../support/board-client.ts";
import { type SeededBoard, type Seat, seedBoard } from "../support/seed-board.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { openHostileWriter } from "../trials/hostile-writer.ts";

const server = useTestServer();
let board: SeededBoard;
let [victimSeat, squatterSeat]: Seat[] = [];

beforeEach(async () => {
  board = await seedBoard(server.orm.em);
  [victimSeat, squatterSeat] = [
    await board.seat("contributor", "Ada"),
    await board.seat("contributor", "Bruno"),
  ];
});

const sitDown = (seat: Seat, doc = new Y.Doc()) =>
  openBoardClient({ url: server.url, boardId: board.boardId, token: seat.token, doc });

async function openSquatter() {
  const squatter = await openHostileWriter(server.url, board.boardId, { token: squatterSeat!.token });
  onTestFinished(() => squatter.close());
  return squatter;
}

/** What somebody writes who takes the client id of another copy. */
function writtenUnder(clientId: number, copy: Y.Doc, text: string): Uint8Array {
  const known = Y.encodeStateVector(copy);
  copy.clientID = clientId;
  editBoard(swot, copy, { origin: null }).add("notes", { text, section: "S", language: "en" });
  return Y.encodeStateAsUpdate(copy, known);
}

const note = (text: string) => ({ text, section: "S", language: "en" }) as const;
const texts = (client: { read(): { notes: readonly { text: string }[] } }) =>
  client.read().notes.map(({ text }) => text);

describe("an edit under somebody else’s client id", () => {
  test("[GATE-6] is refused where they have written under it; their next edit is unharmed", async () => {
    const victim = await sitDown(victimSeat!);
    victim.editor.add("notes", note("Mine"));
    await victim.saved();
    const squatter = await openSquatter();
    expect(await squatter.send(writtenUnder(victim.doc.clientID, squatter.copy(), "Forged"))).toBe(
      "CLIENT_ID_TAKEN",
    );
    victim.editor.add("notes", note("Mine again"));
    await victim.saved();
    const reader = await sitDown(board.moderator);
    expect(texts(reader)).toEqual(["Mine", "Mine again"]);
  });

  test("[GATE-6] is refused where they have announced it alone, before they write", async () => {
    const victim = await sitDown(victimSeat!);
    const squatter = await openSquatter();
    expect(await squatter.send(writtenUnder(victim.doc.clientID, squatter.copy(), "Squatted"))).toBe(
      "CLIENT_ID_TAKEN",
    );
    victim.editor.add("notes", note("Mine"));
    await victim.saved();
    expect(texts(await sitDown(board.moderator))).toEqual(["Mine"]);
  });

  test("[GATE-6] does not move their clock: neither with structs without content, nor with a delete ahead of them", async () => {
    const victim = await sitDown(victimSeat!);
    victim.editor.add("notes", note("Mine"));
    await victim.saved();
    const squatter = await openSquatter();
    const end = Y.getState(victim.doc.store, victim.doc.clientID);
    const collected = forgeUpdate([new Y.GC(Y.createID(victim.doc.clientID, end), 100)]);
    expect(await squatter.send(collected)).toBe("CLIENT_ID_TAKEN");
    const ahead = forgeUpdate([], [{ client: victim.doc.clientID, clock: end, length: 100 }]);
    void squatter.send(ahead);
    await squatter.told((message) => message.type === "refused" && message.code === "EDIT_INCOMPLETE");
    victim.editor.add("notes", note("Mine again"));
    await victim.saved();
    expect(texts(await sitDown(board.moderator))).toEqual(["Mine", "Mine again"]);
  });

  test("[GATE-6] cannot be prepared by announcing the id: it is theirs, and stays so", async () => {
    const victim = await sitDown(victimSeat!);
    const squatter = await openSquatter();
    squatter.announce(victim.doc.clientID);
    await squatter.answered();
    victim.editor.add("notes", note("Mine"));
    await victim.saved();
    squatter.announce(victim.doc.clientID);
    expect(await squatter.told(({ type }) => type === "refused")).toMatchObject({ code: "CLIENT_ID_TAKEN" });
    victim.editor.add("notes", note("Mine again"));
    await victim.saved();
    expect(texts(await sitDown(board.moderator))).toEqual(["Mine", "Mine again"]);
  });

  test("[GATE-6] that was squatted before they came is told to them, not called saved", async () => {
    const doc = new Y.Doc();
    const squatter = await openSquatter();
    expect(await squatter.send(writtenUnder(doc.clientID, squatter.copy(), "Squatted"))).toBe("ok");
    const victim = await sitDown(victimSeat!, doc);
    await victim.until(() => victim.messages.some((message) => message.type === "refused"));
    expect(victim.messages).toContainEqual(expect.objectContaining({ code: "CLIENT_ID_TAKEN" }));
    // Their page is opened anew, with a copy of its own.
    const again = await sitDown(victimSeat!);
    again.editor.add("notes", note("Mine"));
    await again.saved();
    expect(texts(await sitDown(board.moderator))).toEqual(["Squatted", "Mine"]);
  });
});

describe("an edit that builds on what the board does not hold", () => {
  test("[GATE-4] is asked for three times, then refused", async () => {
    const squatter = await openSquatter();
    const gap = new Y.Item(
      Y.createID(7, 5),
      null,
      null,
      null,
      null,
      "notes" as never,
      "k",
      new Y.ContentAny([1]),
    );
    void squatter.send(forgeUpdate([gap]));
    const refusal = await squatter.told(({ type }) => type === "refused");
    expect(refusal).toMatchObject({ code: "EDIT_INCOMPLETE" });
  });
});
