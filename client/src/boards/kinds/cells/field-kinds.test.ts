import { boardKinds } from "@tavolo/schema";
import { expect, test } from "vitest";
import { isEditedKind, NOT_EDITED } from "./field-kinds.ts";

test("every field kind that a method declares has an editor, or is named as one that no card shows", () => {
  const kinds = new Set(
    [...boardKinds.values()].flatMap(({ collections }) =>
      Object.values(collections).flatMap(({ fields }) => Object.values(fields).map(({ kind }) => kind)),
    ),
  );
  const notShown: readonly string[] = NOT_EDITED;
  expect([...kinds].filter((kind) => !isEditedKind(kind) && !notShown.includes(kind))).toEqual([]);
  expect(kinds.size).toBeGreaterThan(20);
});
