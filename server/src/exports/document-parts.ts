/** The parts of a document that a reader may leave out; cover and contents are always there. */
export const DOCUMENT_PARTS = [
  "summary",
  "participants",
  "method",
  "figures",
  "matrix",
  "notes",
  "rights",
  "wordings",
  "about",
] as const;

export type DocumentPart = (typeof DOCUMENT_PARTS)[number];

export const isDocumentPart = (value: string): value is DocumentPart =>
  DOCUMENT_PARTS.some((part) => part === value);
