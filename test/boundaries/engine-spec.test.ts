import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const rules = [
  ...readFileSync(join(root, "server/src/sync/SPEC.md"), "utf8").matchAll(/^\| ([A-Z]+-\d+) \|/gm),
].map(([, id]) => id!);
const quoted = new Set(
  globSync("{server/src/sync,server/src/people,test}/**/*.test.ts", { cwd: root })
    .flatMap((file) => [...readFileSync(join(root, file), "utf8").matchAll(/\[([A-Z]+-\d+)\]/g)])
    .map(([, id]) => id!),
);

describe("the engine’s rules", () => {
  it("each have one id", () => {
    expect(rules.length).toBeGreaterThan(20);
    expect(new Set(rules).size).toBe(rules.length);
  });

  it("are each quoted by a test, and tests quote no others", () => {
    expect([...quoted].toSorted()).toEqual(rules.toSorted());
  });
});
