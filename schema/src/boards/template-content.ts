import type { BoardDefinition } from "../document/define-board.ts";
import { InvalidEdit } from "../document/invalid-edit.ts";
import { isRecord } from "../document/json.ts";
import { checkPlainText } from "../document/plain-text.ts";
import { isLanguageCode, type LanguageCode } from "../reference/languages.ts";
import type { LocalisedText } from "../reference/localised-text.ts";

/** A section as a template words it. */
export interface TemplateSectionContent {
  readonly key: string;
  readonly name: LocalisedText;
  readonly guidingQuestions: readonly LocalisedText[];
}

/** A column as a template words it: another label, or left out of views and exports. */
export interface TemplateColumnContent {
  readonly collection: string;
  readonly field: string;
  readonly label?: LocalisedText;
  readonly shown: boolean;
}

/** What of a board kind a moderator may word anew in a template of their own. */
export interface TemplateContent {
  readonly sections: readonly TemplateSectionContent[];
  /** The columns that differ from the kind's declaration. */
  readonly columns: readonly TemplateColumnContent[];
}

/** More sections than any method has; beyond this neither a screen nor a page holds them side by side. */
export const MOST_SECTIONS = 24;
/** As many questions as a group can answer in one phase. */
export const MOST_QUESTIONS = 8;
/** A heading, and a question that is read aloud. Code points. */
export const SECTION_NAME_LENGTH = 120;
export const QUESTION_LENGTH = 240;
const SECTION_KEY = /^[A-Za-z][A-Za-z0-9_-]{0,31}$/;

/** The content that a kind declares: what an own template begins with. */
export function templateContentOf({ sections }: BoardDefinition): TemplateContent {
  return {
    sections: sections.map(({ key, name, guidingQuestions }) => ({ key, name, guidingQuestions })),
    columns: [],
  };
}

/**
 * Checks the content of an own template and returns it tidied; throws `InvalidEdit` naming the part. Sections that are
 * part of the method keep their keys and order; other kinds may add, leave out and reorder them, but never those
 * their rules ask for. What has to be filled cannot be left out of sight.
 */
export function checkTemplateContent(board: BoardDefinition, value: unknown): TemplateContent {
  if (!isRecord(value) || !Array.isArray(value["sections"]) || !Array.isArray(value["columns"])) {
    throw invalid("content", "A template has sections and columns.");
  }
  const sections = value["sections"].map(checkSection);
  checkKeys(
    board,
    sections.map(({ key }) => key),
  );
  const columns = value["columns"].map((column) => checkColumn(board, column));
  const places = columns.map(({ collection, field }) => `${collection}.${field}`);
  if (new Set(places).size !== places.length) throw invalid("columns", "A column is named twice.");
  return { sections, columns };
}

function checkSection(value: unknown): TemplateSectionContent {
  if (!isRecord(value) || typeof value["key"] !== "string" || !SECTION_KEY.test(value["key"])) {
    throw invalid("sections", "A section has a key of letters, digits, - and _.");
  }
  const questions = value["guidingQuestions"];
  if (!Array.isArray(questions)) throw invalid("guidingQuestions", "Guiding questions are a list.");
  if (questions.length > MOST_QUESTIONS) {
    throw tooMany("guidingQuestions", `A section has at most ${MOST_QUESTIONS} questions.`, MOST_QUESTIONS);
  }
  return {
    key: value["key"],
    name: checkWords(value["name"], SECTION_NAME_LENGTH, "name"),
    guidingQuestions: questions.map((question) => checkWords(question, QUESTION_LENGTH, "guidingQuestions")),
  };
}

function checkKeys(board: BoardDefinition, keys: readonly string[]): void {
  const declared = board.sections.map(({ key }) => key);
  if (!board.ownSections) {
    if (keys.join() === declared.join()) return;
    throw invalid("sections", `The sections of this method are ${declared.join(", ")}, in this order.`);
  }
  if (keys.length > MOST_SECTIONS) {
    throw tooMany("sections", `A template has at most ${MOST_SECTIONS} sections.`, MOST_SECTIONS);
  }
  if (keys.length === 0 || new Set(keys).size !== keys.length) {
    throw invalid("sections", "A template has at least one section, each with a key of its own.");
  }
  const needed = Object.values(board.collections).flatMap(({ toFillIn }) => toFillIn ?? []);
  const missing = needed.find((key) => !keys.includes(key));
  if (missing !== undefined)
    throw invalid("sections", `This method cannot do without the section ${missing}.`);
}

function checkColumn(board: BoardDefinition, value: unknown): TemplateColumnContent {
  if (!isRecord(value)) throw invalid("columns", "A column names its collection and field.");
  const { collection, field, label, shown } = value;
  const declared =
    typeof collection === "string" && Object.hasOwn(board.collections, collection)
      ? board.collections[collection]
      : undefined;
  const words: Readonly<Record<string, { readonly toFill?: boolean }>> = {
    ...declared?.fields,
    ...declared?.decided,
    ...declared?.computed,
  };
  if (typeof collection !== "string" || typeof field !== "string" || !Object.hasOwn(words, field)) {
    throw new InvalidEdit("UNKNOWN_FIELD", "columns", `A ${board.kind} board has no such column.`);
  }
  if (typeof shown !== "boolean") throw invalid("shown", "A column is shown or not.");
  const isNeeded =
    words[field]?.toFill || declared?.title === field || ["section", "rank", "removed"].includes(field);
  if (!shown && isNeeded) throw invalid("shown", `${field} cannot be left out.`);
  return {
    collection,
    field,
    shown,
    ...(label !== undefined && { label: checkWords(label, SECTION_NAME_LENGTH, "label") }),
  };
}

/** Words in at least one language, none of them empty or too long. */
function checkWords(value: unknown, maxLength: number, name: string): LocalisedText {
  if (!isRecord(value)) throw invalid(name, `${name} must be given by language.`);
  const words: Partial<Record<LanguageCode, string>> = {};
  for (const [code, text] of Object.entries(value)) {
    if (!isLanguageCode(code)) throw invalid(name, `${name} has an unknown language.`);
    const checked = checkPlainText(text, maxLength, name).trim();
    if (checked !== "") words[code] = checked;
  }
  if (Object.keys(words).length === 0) throw invalid(name, `${name} must not be empty.`);
  return words;
}

function invalid(field: string, message: string): InvalidEdit {
  return new InvalidEdit("INVALID_VALUE", field, message);
}

function tooMany(field: string, message: string, limit: number): InvalidEdit {
  return new InvalidEdit("TOO_MANY_ITEMS", field, message, limit);
}
