import { FileJson2, FileSpreadsheet, FileText, Printer } from "@lucide/vue";

/** The ways to take a board away; paper is the browser's own print of the page. */
export const formats = [
  { value: "DOCX", icon: FileText },
  { value: "CSV", icon: FileSpreadsheet },
  { value: "JSON", icon: FileJson2 },
  { value: "PRINT", icon: Printer },
] as const;

export type TakeAwayFormat = (typeof formats)[number]["value"];

/** The parts of a SWOT’s document in their order; cover and contents are always there. */
const swotParts = [
  "SUMMARY",
  "PARTICIPANTS",
  "METHOD",
  "MATRIX",
  "NOTES",
  "RIGHTS",
  "WORDINGS",
  "ABOUT",
] as const;
const otherParts = [
  "SUMMARY",
  "FIGURES",
  "PARTICIPANTS",
  "METHOD",
  "MATRIX",
  "NOTES",
  "RIGHTS",
  "WORDINGS",
  "ABOUT",
] as const;

export type DocumentPart = (typeof swotParts)[number] | (typeof otherParts)[number];

/** Methods other than the SWOT whose boards have a picture of the whole. */
const AT_A_GLANCE: readonly string[] = ["TOWS", "STAKEHOLDER_MAP", "THEORY_OF_CHANGE"];

/** The parts that a board’s document can have. */
export const documentParts = (kind: string): readonly DocumentPart[] =>
  kind === "SWOT" ? swotParts : otherParts.filter((part) => part !== "MATRIX" || AT_A_GLANCE.includes(kind));
