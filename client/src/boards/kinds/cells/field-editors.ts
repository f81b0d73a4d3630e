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

import type { EditedKind } from "./field-kinds.ts";

/** The editor of each field kind. */
export const FIELD_EDITORS: Readonly<Record<EditedKind, Component>> = {
  text: TextEditor,
  language: SelectEditor,
  translations: TranslationsEditor,
  section: SelectEditor,
  choice: SelectEditor,
  option: SelectEditor,
  rating: SelectEditor,
  colour: SelectEditor,
  reference: SelectEditor,
  itemRef: SelectEditor,
  choices: ChoicesEditor,
  references: ChoicesEditor,
  number: NumberEditor,
  money: MoneyEditor,
  mark: MarkEditor,
  date: DateEditor,
  period: PeriodEditor,
  url: UrlEditor,
  urls: UrlsEditor,
  tags: TagsEditor,
  organisation: OrganisationEditor,
  organisations: OrganisationsEditor,
  provision: ProvisionsEditor,
  provisions: ProvisionsEditor,
  links: LinksEditor,
  breakdown: BreakdownEditor,
};
