import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const documents = [
  "README.md",
  "ARCHITECTURE.md",
  "CHANGELOG.md",
  ...globSync("docs/**/*.md", { cwd: root }),
];

describe.each(documents)("%s", (document) => {
  const text = read(document);

  test("links to files that are there", () => {
    const targets = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
      ([, target]) => target ?? "",
    );
    const missing = targets.filter((target) => !existsSync(join(root, dirname(document), target)));
    expect(missing).toEqual([]);
  });

  test("names commands that are there", () => {
    const commands = [...text.matchAll(/npx -y pnpm@12 ([\w:-]+)/g)].map(([, command]) => command ?? "");
    const known = [...Object.keys(manifest.scripts), "install", "exec"];
    expect(commands.filter((command) => !known.includes(command))).toEqual([]);
  });

  test("names paths of the repository that are there", () => {
    const named = [...text.matchAll(/`((?:schema|server|client|test|docs)\/[\w./-]+)`/g)].map(
      ([, path]) => path ?? "",
    );
    const missing = named.filter((path) => !path.includes("<") && !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });
});

describe("the README", () => {
  test("shows the script as it stands in docs/examples", () => {
    expect(read("README.md")).toContain(`\`\`\`js\n${read("docs/examples/first-note.mjs")}\`\`\``);
  });

  test("lists the settings that the server reads", () => {
    const rows = (text: string) => text.match(/\| `[A-Z_]+` \|.*\|/g);
    expect(rows(read("README.md"))).toEqual(rows(read("server/src/config.ts")));
  });
});
