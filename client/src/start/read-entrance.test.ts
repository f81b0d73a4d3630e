import { expect, test } from "vitest";
import { readEntrance } from "./read-entrance.ts";

const code = "pQ3v-8YxK_2mZ4cB7dN9aA";

test("an invite's code is read as it was typed, spaces around it forgiven", () => {
  expect(readEntrance(`  ${code} `)).toEqual({ to: "join", code });
});

test("a pasted invite link gives its code, whatever the address of the server", () => {
  expect(readEntrance(`https://tavolo.example.org/join/${code}`)).toEqual({ to: "join", code });
  expect(readEntrance(`<http://localhost:4000/join/${code}?utm=mail>`)).toEqual({ to: "join", code });
});

test("a short code is read in small letters and without its hyphen too", () => {
  for (const typed of ["K7M2-9QXD", "k7m29qxd", " k7m2 9qxd "]) {
    expect(readEntrance(typed)).toEqual({ to: "join", code: "K7M2-9QXD" });
  }
  expect(readEntrance("https://tavolo.example.org/join/K7M2-9QXD")).toEqual({
    to: "join",
    code: "K7M2-9QXD",
  });
});

test("a pasted sign-in link goes to the sign-in page with its token", () => {
  expect(readEntrance(`http://localhost:4000/sign-in#${code}`)).toEqual({ to: "sign-in", token: code });
});

test("anything else is not taken for an invite", () => {
  for (const text of ["", "hello", "https://example.org/", "my code is 1234"])
    expect(readEntrance(text)).toBeNull();
});
