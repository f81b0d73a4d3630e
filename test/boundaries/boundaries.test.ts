import { cruise, type ICruiseResult } from "dependency-cruiser";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import rules from "./dependency-rules.mjs";

describe("the dependency rules, on a tree that breaks every one of them", () => {
  let broken: Map<string, string[]>;

  beforeAll(async () => {
    const { output } = await cruise(["client", "server", "schema"], {
      ...rules.options,
      baseDir: join(import.meta.dirname, "fixture"),
      validate: true,
      ruleSet: { forbidden: rules.forbidden },
    });
    broken = new Map();
    for (const { rule, from, to } of (output as ICruiseResult).summary.violations) {
      broken.set(rule.name, [...(broken.get(rule.name) ?? []), `${from} → ${to}`]);
    }
  });

  test.each([
    ["schema-is-pure", "schema/src/document/read-board.ts → server/src/boards/board.entity.ts"],
    ["schema-is-pure", "schema/src/document/read-board.ts → fs"],
    ["client-knows-schema-only", "client/src/boards/board-page.ts → server/src/boards/board.entity.ts"],
    ["server-knows-schema-only", "server/src/sync/room.ts → client/src/boards/board-page.ts"],
    ["product-code-knows-no-test", "server/src/sync/room.ts → server/src/sync/room.test.ts"],
    ["only-graphql-knows-resolvers", "server/src/boards/open-board.ts → server/src/boards/board.resolver.ts"],
    ["sync-and-exports-know-no-graphql", "server/src/sync/room.ts → server/src/boards/board.resolver.ts"],
    [
      "sync-and-exports-know-no-graphql",
      "server/src/exports/export-board.ts → server/src/boards/board.resolver.ts",
    ],
    [
      "sync-and-exports-know-no-graphql",
      "server/src/exports/export-board.ts → server/src/graphql/context.ts",
    ],
    ["entities-are-at-the-bottom", "server/src/boards/board.entity.ts → server/src/boards/board.policy.ts"],
    ["no-circle", "server/src/boards/board.entity.ts → server/src/boards/board.policy.ts"],
    ["no-room-without-a-name", "server/src/boards/board.resolver.ts → server/src/utilities/strings.ts"],
    ["everything-is-found", "server/src/sync/room.ts → ./nowhere.ts"],
  ])("%s catches %s", (rule, violation) => {
    expect(broken.get(rule)).toContain(violation);
  });

  test("has an offender for each rule", () => {
    expect([...broken.keys()].toSorted()).toEqual(rules.forbidden?.map(({ name }) => name).toSorted());
  });
});
