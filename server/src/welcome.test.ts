import { expect, it } from "vitest";
import { loadConfig } from "./config.ts";
import { isUnprotected, welcome } from "./welcome.ts";

const config = loadConfig({});
const url = config.publicUrl;

it("tells where to go and how to get in", () => {
  const demo = {
    moderatorLink: `${url}/sign-in#m`,
    participantLinks: [`${url}/sign-in#p1`, `${url}/sign-in#p2`] as const,
    boardUrl: `${url}/boards/1`,
    frozenBoardUrl: `${url}/boards/2`,
    projectUrl: `${url}/projects/1`,
  };
  const text = welcome({ url, config, links: { setUp: `${url}/sign-in#a`, demo } });
  expect(text).toMatch(/Open +http:\/\/127\.0\.0\.1:4000\n/);
  expect(text).toMatch(/GraphQL +http:\/\/127\.0\.0\.1:4000\/graphql\n/);
  expect(text).toMatch(/Demo project +http:\/\/127\.0\.0\.1:4000\/projects\/1\n/);
  for (const who of ["m", "p1", "p2", "a"]) expect(text).toContain(`/sign-in#${who}\n`);
});

it("offers no sign-in where nothing is to be signed in to", () => {
  expect(welcome({ url, config, links: { setUp: null, demo: null } })).not.toContain("Sign in");
});

it.each([
  ["127.0.0.1", "http://127.0.0.1:4000", false],
  ["localhost", "http://localhost:4000", false],
  ["0.0.0.0", "http://localhost:4000", true],
  ["0.0.0.0", "https://tavolo.example.org", false],
])("listening on %s as %s is unprotected: %s", (host, publicUrl, expected) => {
  expect(isUnprotected({ host, publicUrl })).toBe(expected);
});
