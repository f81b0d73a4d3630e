import { describe, expect, it } from "vitest";
import { ACTIONS, can, ITEM_NOUNS, type Action } from "./policy.ts";
import { boardCondition, ROLES, type Role } from "./roles.ts";

const open = { boardState: "open", editing: "everyone", owns: true } as const;
const allowedTo = (role: Role | null, circumstances: Omit<Parameters<typeof can>[1], "role"> = open) =>
  ACTIONS.filter((action) => can(action, { ...open, ...circumstances, role }).allowed);
const contentActions = ACTIONS.filter((action) => ITEM_NOUNS.some((noun) => action.startsWith(`${noun}.`)));

describe("who may do what", () => {
  it("a moderator may do everything", () => {
    expect(allowedTo("moderator")).toEqual(ACTIONS);
  });

  it("a contributor reads, writes, speaks and takes away", () => {
    expect(allowedTo("contributor")).toEqual([
      "participant.list",
      "board.read",
      "board.export",
      "item.voice",
      "item.step",
      ...contentActions,
    ]);
  });

  it("an observer reads and takes away", () => {
    expect(allowedTo("observer")).toEqual(["participant.list", "board.read", "board.export"]);
  });

  it("someone who takes no part may do nothing", () => {
    expect(allowedTo(null)).toEqual([]);
  });
});

describe("a frozen board", () => {
  it("is read and reopened, and nothing is written to it", () => {
    for (const role of ["moderator", "contributor"] as const) {
      for (const action of [...contentActions, "board.update", "board.freeze"] as const) {
        const answer = can(action, { ...open, role, boardState: "frozen" });
        expect(answer.allowed).toBe(false);
      }
      expect(can("note.edit", { ...open, role, boardState: "frozen" })).toEqual({
        allowed: false,
        code: "BOARD_FROZEN",
      });
      expect(can("board.read", { role, boardState: "frozen" }).allowed).toBe(true);
    }
    expect(can("board.reopen", { role: "moderator", archived: false }).allowed).toBe(true);
  });

  it("tells an observer about the role first, since thawing it would not help", () => {
    expect(can("note.add", { role: "observer", boardState: "frozen" })).toEqual({
      allowed: false,
      code: "FORBIDDEN",
    });
  });
});

describe("what is decided about an item", () => {
  it("is decided while the board is open, and by whoever may write or moderates", () => {
    for (const boardState of ["frozen", "archived"] as const) {
      for (const action of ["item.voice", "item.step", "item.decide"] as const) {
        const code = boardState === "frozen" ? "BOARD_FROZEN" : "ARCHIVED";
        expect(can(action, { role: "moderator", boardState })).toEqual({ allowed: false, code });
        expect(can(action, { role: "observer", boardState })).toEqual({ allowed: false, code: "FORBIDDEN" });
      }
    }
    expect(can("item.decide", { role: "contributor", boardState: "open" }).allowed).toBe(false);
  });
});

describe("what lies in the archive", () => {
  const away = { boardState: "archived", archived: true } as const;

  it("is read, exported, laid out anew and taken back; its people stay in order, and nothing else", () => {
    expect(allowedTo("moderator", { ...open, ...away })).toEqual([
      "project.archive",
      "workshop.archive",
      "invite.revoke",
      "token.create",
      "token.revoke",
      "moderator.invite",
      "moderator.revokeInvite",
      "participant.setRole",
      "participant.update",
      "participant.admit",
      "participant.remove",
      "participant.readmit",
      "organisation.update",
      "participant.list",
      "board.archive",
      "board.duplicate",
      "board.read",
      "board.export",
    ]);
    expect(allowedTo("contributor", { ...open, ...away })).toEqual([
      "participant.list",
      "board.read",
      "board.export",
    ]);
  });

  it("says so, and tells an observer about the role first", () => {
    expect(can("note.edit", { ...open, ...away, role: "moderator" })).toEqual({
      allowed: false,
      code: "ARCHIVED",
    });
    expect(can("board.reopen", { role: "moderator", archived: true })).toEqual({
      allowed: false,
      code: "ARCHIVED",
    });
    expect(can("note.add", { role: "observer", boardState: "archived" })).toEqual({
      allowed: false,
      code: "FORBIDDEN",
    });
  });

  it("keeps the state it had for the day it is taken back", () => {
    expect(boardCondition("frozen", true)).toBe("archived");
    expect(boardCondition("frozen", false)).toBe("frozen");
  });
});

describe("a board on which everyone edits their own", () => {
  const others = { boardState: "open", editing: "own", owns: false } as const;

  it("keeps contributors off other people's items", () => {
    for (const action of ["note.edit", "note.move", "note.remove", "note.restore", "cluster.edit"] as const) {
      expect(can(action, { ...others, role: "contributor" })).toEqual({ allowed: false, code: "NOT_OWNER" });
      expect(can(action, { ...others, role: "contributor", owns: true })).toEqual({ allowed: true });
      expect(can(action, { ...others, role: "moderator" })).toEqual({ allowed: true });
    }
  });

  it("lets everyone add", () => {
    expect(can("note.add", { ...others, role: "contributor" })).toEqual({ allowed: true });
  });
});

it("the table knows every verb for every kind of item", () => {
  const verbs = ["add", "edit", "move", "remove", "restore"];
  const expected: string[] = ["note", "cluster", "row", "link", "shape"].flatMap((item) =>
    verbs.map((verb) => `${item}.${verb}`),
  );
  expect(contentActions).toEqual(expected);
});

it("a missing circumstance never opens anything", () => {
  const action: Action = "note.edit";
  for (const role of ROLES) {
    // @ts-expect-error what the decision needs is missing, as it might be in a caller without types
    expect(can(action, { role }).allowed).toBe(false);
  }
});
