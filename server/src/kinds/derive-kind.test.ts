import "reflect-metadata";
import { agenda } from "@tavolo/schema/boards/agenda-example";
import { isEnumType, isInputObjectType, isObjectType, printType } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { describe, expect, test } from "vitest";
import { BoardResolver } from "../boards/board.resolver.ts";
import { createBoardPubSub } from "../graphql/pub-sub.ts";
import { ItemResolver } from "../items/item.resolver.ts";
import { deriveKind } from "./derive-kind.ts";

const { board, items } = deriveKind(agenda, { description: "What is to be talked about." });
const schema = buildSchemaSync({
  resolvers: [BoardResolver, ItemResolver],
  orphanedTypes: [board, ...Object.values(items)],
  validate: false,
  pubSub: createBoardPubSub(),
});
const fieldsOf = (name: string): Record<string, string> => {
  const type = schema.getType(name);
  if (!isObjectType(type) && !isInputObjectType(type)) throw new Error(`There is no type ${name}.`);
  return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, String(field.type)]));
};
const namesOf = (name: string): string[] => {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
};

describe("a kind that is one folder", () => {
  test("has a type for its boards, with a page for each collection", () => {
    expect(fieldsOf("AgendaBoard")).toMatchObject({
      id: "ID!",
      kind: "BoardKind!",
      topics: "AgendaTopicConnection!",
      questions: "AgendaQuestionConnection!",
    });
    expect(schema.getType("AgendaTopicConnection")).toBeDefined();
    expect(fieldsOf("AgendaTopicFilter")).toEqual({
      section: "AgendaSection",
      text: "String",
      removed: "Boolean",
    });
    expect(fieldsOf("AgendaQuestionFilter")).toEqual({ text: "String", removed: "Boolean" });
  });

  test("has a type for the items of each: what is written, decided, computed and belongs to them", () => {
    expect(fieldsOf("AgendaTopic")).toMatchObject({
      author: "Author!",
      board: "Board!",
      title: "String!",
      section: "AgendaSection!",
      state: "AgendaTopicState!",
      minutes: "Float",
      outcome: "AgendaTopicOutcome",
      long: "Boolean",
      questions: "[AgendaQuestion!]!",
    });
    expect(fieldsOf("AgendaQuestion")).toMatchObject({ words: "String!", topic: "AgendaTopic" });
    expect(namesOf("AgendaSection")).toEqual(["BEFORE", "AFTER"]);
    expect(namesOf("AgendaTopicOutcome")).toEqual(["CARRIED", "PUT_OFF"]);
  });

  test("describes them in the declaration’s words", () => {
    const printed = printType(schema.getType("AgendaTopic")!);
    expect(printed).toContain('"""Minutes."""');
    expect(printed).toContain("It is decided");
  });

  test("is not served where a field is called like something that every item answers", () => {
    const { topics } = agenda.collections;
    const fields = { ...topics.fields, author: topics.fields.title };
    const faulty = {
      ...agenda,
      kind: "minutes",
      collections: { topics: { ...topics, fields, members: {} } },
    };
    expect(() => deriveKind(faulty, { description: "Minutes." })).toThrow("author");
  });
});
