/**
 * Kinds of fields that people fill, and what their label belongs to: one control, several, or the editor brings a
 * label of its own.
 */
export const EDITED = {
  text: "own",
  language: "control",
  translations: "group",
  section: "control",
  choice: "control",
  option: "control",
  rating: "control",
  colour: "control",
  reference: "control",
  itemRef: "control",
  choices: "group",
  references: "group",
  number: "control",
  money: "group",
  mark: "control",
  date: "control",
  period: "control",
  url: "control",
  urls: "group",
  tags: "group",
  organisation: "control",
  organisations: "group",
  provision: "own",
  provisions: "own",
  links: "group",
  breakdown: "group",
} as const;
export type EditedKind = keyof typeof EDITED;

/** Kinds that no card shows: a canvas places and draws them, a matrix scores them, the order follows from moves. */
export const NOT_EDITED = ["position", "size", "points", "anchor", "scores", "rank"] as const;

export const isEditedKind = (kind: string): kind is EditedKind => Object.hasOwn(EDITED, kind);

/** Whether a field is one that people fill in a card or a cell; the bin has its own ways. */
export const isEdited = (name: string, kind: string): boolean => name !== "removed" && isEditedKind(kind);
