import { expect, test } from "vitest";
import { INVITE_CODE_LETTERS, readInviteCode, showInviteCode } from "./invite-code.ts";

test("a code is read however it was typed", () => {
  for (const typed of ["K7M2-9QXD", "k7m29qxd", " K7M2 9QXD ", "k7m2–9qxd", "K7 M2 9Q XD"]) {
    expect(readInviteCode(typed)).toBe("K7M29QXD");
  }
});

test("what holds a letter that no code holds is none", () => {
  for (const typed of ["", "K7M2-9QX", "K7M2-9QXDD", "K7M2-9QX0", "pQ3v-8YxK_2mZ4cB7dN9aA"]) {
    expect(readInviteCode(typed)).toBeNull();
  }
});

test("a code is shown in two groups and read back", () => {
  expect(showInviteCode("K7M29QXD")).toBe("K7M2-9QXD");
  expect(readInviteCode(showInviteCode("K7M29QXD"))).toBe("K7M29QXD");
});

test("no two letters look alike, and none is there twice", () => {
  expect(new Set(INVITE_CODE_LETTERS).size).toBe(INVITE_CODE_LETTERS.length);
  expect(INVITE_CODE_LETTERS).not.toMatch(/[01ABEILOSUZ58]/);
});
