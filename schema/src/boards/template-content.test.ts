import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { admits } from "../document/admits.ts";
import { createDocument } from "../document/create-document.ts";
import type { BoardDefinition } from "../document/define-board.ts";
import { editBoard } from "../document/edit-board.ts";
import { readItem } from "../document/read-board.ts";
import { newItemId } from "../ids.ts";
import { actionPlan } from "./action-plan/board.ts";
import { boardKinds } from "./board-kinds.ts";
import { focusGroup } from "./focus-group/board.ts";
import { recommendations } from "./recommendations/board.ts";
import { swot } from "./swot/board.ts";
import {
  checkTemplateContent,
  MOST_QUESTIONS,
  MOST_SECTIONS,
  SECTION_NAME_LENGTH,
  templateContentOf,
} from "./template-content.ts";
import { withTemplate } from "./with-template.ts";

const ownQuestion = {
  key: "market",
  name: { it: "Il mercato" },
  guidingQuestions: [{ it: "Chi viene al mercato?" }],
};
const guide = {
  ...templateContentOf(focusGroup),
  sections: [...templateContentOf(focusGroup).sections, ownQuestion],
};

it.each([...boardKinds.values()].map((board) => [board.kind, board] as const))(
  "%s: its own words are a template, and change nothing",
  (_, board) => {
    const content = templateContentOf(board);
    expect(checkTemplateContent(board, content)).toEqual(content);
    const derived = withTemplate(board, content);
    expect(derived.sections).toEqual(board.sections);
    for (const [name, { fields }] of Object.entries(board.collections)) {
      expect(Object.keys(derived.collections[name]?.fields ?? {})).toEqual(Object.keys(fields));
    }
    expect(withTemplate(board, null)).toBe(board);
  },
);

describe("an own template", () => {
  it("words sections, questions and labels anew, in the languages that somebody wrote", () => {
    const content = templateContentOf(swot);
    const [first, ...others] = content.sections;
    const changed = checkTemplateContent(swot, {
      sections: [{ ...first, name: { it: " Che cosa regge " }, guidingQuestions: [] }, ...others],
      columns: [
        { collection: "notes", field: "affected", label: { it: "Chi riguarda", en: "" }, shown: true },
      ],
    });
    const board = withTemplate(swot, changed);
    expect(board.sections[0]).toMatchObject({
      key: "S",
      name: { it: "Che cosa regge" },
      row: "internal",
      icon: "shield-check",
    });
    expect(board.collections["notes"]?.fields["affected"]?.label).toEqual({ it: "Chi riguarda" });
    expect(swot.collections.notes.fields.affected.label.it).toBe("Chi è interessato");
  });

  it("may have sections of its own where they are no part of the method: exactly those are admitted", () => {
    const board = withTemplate(focusGroup, checkTemplateContent(focusGroup, guide));
    const place = { root: "notes", path: [newItemId(), "section"], inside: false };
    const content = (value: string) => ({ kind: "value", value }) as const;
    expect(admits(board, place, content("market"))).toBe(true);
    expect(admits(board, place, content("elsewhere"))).toBe(false);
    expect(admits(focusGroup, place, content("market"))).toBe(false);
  });

  it("is what a board is written and read by", () => {
    const board: BoardDefinition = withTemplate(focusGroup, checkTemplateContent(focusGroup, guide));
    const doc = new Y.Doc();
    createDocument(board, doc);
    const editor = editBoard(board, doc, { origin: "test" });
    const id = editor.add("notes", { section: "market", note: "Open until late" });
    expect(readItem(board, doc, "notes", id)).toMatchObject({ section: "market", note: "Open until late" });
    // Whoever does not know the section keeps the words in sight.
    expect(readItem(focusGroup, doc, "notes", id)).toMatchObject({ section: "q0", note: "Open until late" });
    expect(() => editor.add("notes", { section: "elsewhere", note: "?" })).toThrow("section must be one of");
  });

  it("leaves columns out of sight, never out of the document", () => {
    const content = {
      ...templateContentOf(actionPlan),
      columns: [{ collection: "actions", field: "grounds", shown: false }],
    };
    const board = withTemplate(actionPlan, checkTemplateContent(actionPlan, content));
    expect(board.collections["actions"]?.fields["grounds"]).toMatchObject({
      hidden: true,
      kind: "provisions",
    });
  });

  const sections = templateContentOf(focusGroup).sections;
  const q0 = sections[0];
  it.each([
    ["nothing", focusGroup, null],
    ["no section", focusGroup, { sections: [], columns: [] }],
    ["a section twice", focusGroup, { sections: [q0, q0], columns: [] }],
    ["a key that no program can spell", focusGroup, { sections: [{ ...q0, key: "a b" }], columns: [] }],
    ["a name in no language", focusGroup, { sections: [{ ...q0, name: { it: " " } }], columns: [] }],
    ["an unknown language", focusGroup, { sections: [{ ...q0, name: { xx: "?" } }], columns: [] }],
    [
      "a name that is too long",
      focusGroup,
      { sections: [{ ...q0, name: { it: "x".repeat(SECTION_NAME_LENGTH + 1) } }], columns: [] },
    ],
    [
      "more questions than a group can answer",
      focusGroup,
      {
        sections: [
          { ...q0, guidingQuestions: Array.from({ length: MOST_QUESTIONS + 1 }, () => ({ en: "?" })) },
        ],
        columns: [],
      },
    ],
    [
      "more sections than a page holds",
      focusGroup,
      {
        sections: Array.from({ length: MOST_SECTIONS + 1 }, (_, n) => ({ ...q0, key: `q${n}` })),
        columns: [],
      },
    ],
    [
      "sections that are not the method's",
      swot,
      { sections: templateContentOf(swot).sections.slice(1), columns: [] },
    ],
    [
      "no section for what its rules ask",
      recommendations,
      { sections: templateContentOf(recommendations).sections.slice(0, 2), columns: [] },
    ],
    [
      "a column that there is not",
      focusGroup,
      { sections, columns: [{ collection: "notes", field: "x", shown: true }] },
    ],
    [
      "a column twice",
      focusGroup,
      {
        sections,
        columns: [
          { collection: "notes", field: "theme", shown: true },
          { collection: "notes", field: "theme", shown: false },
        ],
      },
    ],
    [
      "a column out of sight that has to be filled",
      focusGroup,
      { sections, columns: [{ collection: "notes", field: "sensitivity", shown: false }] },
    ],
  ] satisfies [string, BoardDefinition, unknown][])("with %s is refused", (_, board, content) => {
    expect(() => checkTemplateContent(board, content)).toThrow(
      expect.objectContaining({ name: "InvalidEdit" }),
    );
  });
});
