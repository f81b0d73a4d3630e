import { expect, test } from "vitest";

type Messages = { [key: string]: string | Messages };

const files = import.meta.glob<Messages>("../**/*messages.*.json", { eager: true, import: "default" });
const sources = import.meta.glob<string>("../**/*.{vue,ts}", {
  eager: true,
  import: "default",
  query: "?raw",
});

const flat = (messages: Messages, prefix: string): [key: string, text: string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${prefix}.${key}`, value] as const] : flat(value, `${prefix}.${key}`),
  ) as [string, string][];

// The folder names the domain, but for the sentences of error codes, which live beside the GraphQL client.
const domainOf = (path: string): string => {
  const folder = path.split("/").at(-2) ?? "";
  return folder === "graphql"
    ? "errors"
    : folder.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
};

const texts = (language: string): Map<string, string> =>
  new Map(
    Object.entries(files)
      .filter(([path]) => path.endsWith(`messages.${language}.json`))
      .flatMap(([path, messages]) => flat(messages, domainOf(path))),
  );

const english = texts("en");
const italian = texts("it");
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
const forms = (text: string) => text.split(" | ").length;

test("every message is written in both languages", () => {
  expect([...italian.keys()].sort()).toEqual([...english.keys()].sort());
});

test("no message is empty", () => {
  for (const [key, text] of [...english, ...italian]) expect(text.trim(), key).not.toBe("");
});

test("a translation takes the same values and has the same plural forms", () => {
  for (const [key, text] of english) {
    const translated = italian.get(key) ?? "";
    expect({ key, placeholders: placeholders(translated), forms: forms(translated) }).toEqual({
      key,
      placeholders: placeholders(text),
      forms: forms(text),
    });
  }
});

test("every message that a component asks for exists", () => {
  const missing: string[] = [];
  for (const [path, source] of Object.entries(sources)) {
    if (path.endsWith(".test.ts")) continue;
    for (const [, key = ""] of source.matchAll(/\bt\(\s*["']([\w.]+)["']/g)) {
      if (!english.has(key)) missing.push(`${path}: ${key}`);
    }
    // A key that is put together names at least a group of messages: t(`people.role.${role}`).
    for (const [, prefix = ""] of source.matchAll(/\bt\(\s*`([\w.]+)\.\$\{/g)) {
      if (![...english.keys()].some((key) => key.startsWith(`${prefix}.`)))
        missing.push(`${path}: ${prefix}`);
    }
  }
  expect(missing).toEqual([]);
});
