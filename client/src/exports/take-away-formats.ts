import { FileJson2, FileSpreadsheet, FileText, Printer } from "@lucide/vue";

/** The ways to take a board away; paper is the browser's own print of the page. */
export const formats = [
  { value: "DOCX", icon: FileText },
  { value: "CSV", icon: FileSpreadsheet },
  { value: "JSON", icon: FileJson2 },
  { value: "PRINT", icon: Printer },
] as const;

export type TakeAwayFormat = (typeof formats)[number]["value"];

/** The parts of a document in their order; cover and contents are always there. */
export const documentParts = [
  "SUMMARY",
  "PARTICIPANTS",
  "METHOD",
  "MATRIX",
  "NOTES",
  "RIGHTS",
  "WORDINGS",
  "ABOUT",
] as const;

export type DocumentPart = (typeof documentParts)[number];
