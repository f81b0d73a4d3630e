import { expect, it } from "vitest";
import { authorAs } from "./display.ts";
import { mergeSmallGroups } from "./merge-small-groups.ts";

const merged = mergeSmallGroups(
  new Map([
    ["cso", 7],
    ["region", 1],
    ["resident", 4],
  ] as const),
);
const anna = { displayName: "Anna", stakeholderGroup: "cso" } as const;
const piero = { displayName: "Piero", stakeholderGroup: "region" } as const;
const facilitator = { displayName: "Maria", stakeholderGroup: null };

it("a board that names authors tells name and group", () => {
  expect(authorAs("named", piero, merged)).toEqual({ displayName: "Piero", group: "region" });
  expect(authorAs("named", facilitator, merged)).toEqual({ displayName: "Maria", group: null });
});

it("a board that names groups tells the group only, small ones and people without one as others", () => {
  expect(authorAs("group", anna, merged)).toEqual({ displayName: null, group: "cso" });
  expect(authorAs("group", piero, merged)).toEqual({ displayName: null, group: "other" });
  expect(authorAs("group", facilitator, merged)).toEqual({ displayName: null, group: "other" });
  expect(authorAs("group", anna, new Map())).toEqual({ displayName: null, group: "other" });
});

it("an anonymous board tells nothing", () => {
  expect(authorAs("anonymous", anna, merged)).toEqual({ displayName: null, group: null });
});
