import type { Component } from "vue";
import BreakdownEditor from "./editors/BreakdownEditor.vue";
import ChoicesEditor from "./editors/ChoicesEditor.vue";
import DateEditor from "./editors/DateEditor.vue";
import LinksEditor from "./editors/LinksEditor.vue";
import MarkEditor from "./editors/MarkEditor.vue";
import MoneyEditor from "./editors/MoneyEditor.vue";
import NumberEditor from "./editors/NumberEditor.vue";
import OrganisationEditor from "./editors/OrganisationEditor.vue";
import OrganisationsEditor from "./editors/OrganisationsEditor.vue";
import PeriodEditor from "./editors/PeriodEditor.vue";
import ProvisionsEditor from "./editors/ProvisionsEditor.vue";
import SelectEditor from "./editors/SelectEditor.vue";
import TagsEditor from "./editors/TagsEditor.vue";
import TextEditor from "./editors/TextEditor.vue";
import TranslationsEditor from "./editors/TranslationsEditor.vue";
import UrlEditor from "./editors/UrlEditor.vue";
import UrlsEditor from "./editors/UrlsEditor.vue";

/** How a field of a kind is edited. */
export interface FieldEditorOf {
  readonly component: Component;
  /** What the label belongs to: one control, several, or the editor brings a label of its own. */
  readonly label: "control" | "group" | "own";
}

const control = (component: Component): FieldEditorOf => ({ component, label: "control" });
const group = (component: Component): FieldEditorOf => ({ component, label: "group" });
const own = (component: Component): FieldEditorOf => ({ component, label: "own" });

/** The editor of each field kind. */
export const FIELD_EDITORS: Readonly<Record<string, FieldEditorOf>> = {
  text: own(TextEditor),
  language: control(SelectEditor),
  translations: group(TranslationsEditor),
  section: control(SelectEditor),
  choice: control(SelectEditor),
  option: control(SelectEditor),
  rating: control(SelectEditor),
  colour: control(SelectEditor),
  reference: control(SelectEditor),
  itemRef: control(SelectEditor),
  choices: group(ChoicesEditor),
  references: group(ChoicesEditor),
  number: control(NumberEditor),
  money: group(MoneyEditor),
  mark: control(MarkEditor),
  date: control(DateEditor),
  period: control(PeriodEditor),
  url: control(UrlEditor),
  urls: group(UrlsEditor),
  tags: group(TagsEditor),
  organisation: control(OrganisationEditor),
  organisations: group(OrganisationsEditor),
  provision: own(ProvisionsEditor),
  provisions: own(ProvisionsEditor),
  links: group(LinksEditor),
  breakdown: group(BreakdownEditor),
};

/** Field kinds that no card shows: the canvas places them, a score matrix scores them, the order follows from moves. */
export const NOT_EDITED = ["position", "size", "points", "anchor", "scores", "rank"] as const;

/** Whether a field is one that people fill in a card or a cell. */
export function isEdited(name: string, kind: string): boolean {
  return name !== "removed" && Object.hasOwn(FIELD_EDITORS, kind);
}
