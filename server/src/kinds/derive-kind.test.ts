import "reflect-metadata";
import { agenda } from "@tavolo/schema/boards/agenda-example";
import { isEnumType, isInputObjectType, isObjectType, printType } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { describe, expect, test } from "vitest";
import { BoardResolver } from "../boards/board.resolver.ts";
import { createBoardPubSub } from "../graphql/pub-sub.ts";
import { ItemResolver } from "../items/item.resolver.ts";
import { deriveKind } from "./derive-kind.ts";

const { board, items, mutations } = deriveKind(agenda, { description: "What is to be talked about." });
const schema = buildSchemaSync({
  resolvers: [BoardResolver, ItemResolver, mutations],
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

  test("has mutations that add and edit them, one or several: what is written, and nothing else", () => {
    const mutation = schema.getMutationType()!.getFields();
    expect(
      Object.fromEntries(
        Object.entries(mutation)
          .filter(([name]) => name.includes("Agenda"))
          .map(([name, { args, type }]) => [name, `${args.map((arg) => arg.type).join()} → ${String(type)}`]),
      ),
    ).toEqual({
      addAgendaTopic: "AddAgendaTopicInput! → AgendaTopicPayload!",
      addAgendaTopics: "AddAgendaTopicsInput! → ItemsPayload!",
      editAgendaTopic: "EditAgendaTopicInput! → AgendaTopicPayload!",
      editAgendaTopics: "EditAgendaTopicsInput! → ItemsPayload!",
      addAgendaQuestion: "AddAgendaQuestionInput! → AgendaQuestionPayload!",
      addAgendaQuestions: "AddAgendaQuestionsInput! → ItemsPayload!",
      editAgendaQuestion: "EditAgendaQuestionInput! → AgendaQuestionPayload!",
      editAgendaQuestions: "EditAgendaQuestionsInput! → ItemsPayload!",
    });
    expect(fieldsOf("AddAgendaTopicsInput")).toEqual({
      boardId: "ID!",
      items: "[NewAgendaTopic!]!",
      idempotencyKey: "String",
    });
    expect(fieldsOf("NewAgendaTopic")).toEqual({
      id: "ID",
      title: "String!",
      section: "AgendaSection!",
      state: "AgendaTopicState",
      minutes: "Float",
    });
    expect(fieldsOf("AgendaTopicChanges")).toEqual({
      id: "ID!",
      title: "String",
      state: "AgendaTopicState",
      minutes: "Float",
    });
    expect(fieldsOf("AgendaQuestionChanges")).toEqual({ id: "ID!", words: "String", topic: "ID" });
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

  test("is not served where one and several of its items are called alike, or a field is of an unknown kind", () => {
    const { topics } = agenda.collections;
    const alike = { one: { en: "staff" }, many: { en: "staff" } };
    const staff = {
      ...agenda,
      kind: "staff",
      collections: { staff: { ...topics, names: alike, members: {} } },
    };
    expect(() => deriveKind(staff, { description: "Staff." })).toThrow("different names");
    const fields = { ...topics.fields, title: { ...topics.fields.title, kind: "sound" } };
    const sound = { ...agenda, kind: "sound", collections: { topics: { ...topics, fields, members: {} } } };
    expect(() => deriveKind(sound, { description: "Sound." })).toThrow("sound");
  });
});
