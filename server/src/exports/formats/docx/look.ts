import {
  AlignmentType,
  convertMillimetersToTwip,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from "docx";

/** What every machine has, at the widths the page numbers are worked out with; wide open and easy to read. */
export const FONT = "Arial";

/** The light theme of the screens on paper; every pair has at least 4.5:1. */
export const INK = "1B2420";
export const INK_2 = "46504A";
export const BRAND = "14574A";
export const LINE = "D8D2C6";
export const SHADE = "F0EDE6";

/** The fields of the matrix: words, and the area behind the head of their tables. */
export const SECTION_LOOK: Readonly<Record<string, { ink: string; field: string; tray: string }>> = {
  STRENGTHS: { ink: "1C4A22", field: "D9E8D6", tray: "ECF4EA" },
  WEAKNESSES: { ink: "5B3900", field: "F5E3B8", tray: "FBF2DC" },
  OPPORTUNITIES: { ink: "0F4066", field: "CFE2F0", tray: "E7F1F8" },
  THREATS: { ink: "6D2115", field: "F3D5CC", tray: "FAE9E4" },
};
export const lookOf = (section: string) => SECTION_LOOK[section] ?? { ink: INK, field: SHADE, tray: SHADE };

/** A4 with two centimetres around, in twentieths of a point. */
const MARGIN = convertMillimetersToTwip(20);
const SHORT_SIDE = convertMillimetersToTwip(210);
const LONG_SIDE = convertMillimetersToTwip(297);
export const PAGE = { width: SHORT_SIDE, height: LONG_SIDE };
export const MARGINS = { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN, footer: MARGIN / 2 };
export const PORTRAIT_WIDTH = SHORT_SIDE - 2 * MARGIN;
export const LANDSCAPE_WIDTH = LONG_SIDE - 2 * MARGIN;

/** Of the fields of the matrix: the only headings of the second level that the contents list. */
export const SECTION_HEADING = "SectionHeading";

export const HEADING_NUMBERS = "headings";

/** Numbers before the headings of parts, so that people can refer to them. */
export const numbering = {
  config: [
    {
      reference: HEADING_NUMBERS,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: "%1",
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: 567, hanging: 567 } } },
        },
      ],
    },
    {
      reference: "ranked",
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: "%1.",
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: 425, hanging: 425 } } },
        },
      ],
    },
  ],
};

const heading = (size: number, color: string, before: number, after: number) => ({
  run: { font: FONT, size, bold: true, color },
  paragraph: {
    spacing: { before, after, line: 264, lineRule: LineRuleType.AUTO },
    keepNext: true,
    keepLines: true,
  },
});

/** The styles by their names in Word, so that whoever edits the document changes them in one place. */
export const styles = (language: string): IStylesOptions => ({
  default: {
    document: {
      run: { font: FONT, size: 21, color: INK, language: { value: language } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: FONT, size: 60, bold: true, color: BRAND },
      paragraph: { spacing: { before: 0, after: 160, line: 264, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(34, BRAND, 0, 160),
    heading2: heading(27, INK, 320, 80),
    heading3: heading(22, INK, 260, 80),
  },
  paragraphStyles: [
    {
      id: "Cell",
      name: "Cell",
      basedOn: "Normal",
      run: { size: 19 },
      paragraph: { spacing: { before: 0, after: 0, line: 259, lineRule: LineRuleType.AUTO } },
    },
    {
      id: "Fact",
      name: "Fact",
      basedOn: "Cell",
      run: { size: 21 },
    },
    {
      id: "CellHead",
      name: "Cell head",
      basedOn: "Cell",
      run: { size: 18, bold: true },
      paragraph: { keepNext: true },
    },
    {
      id: "CellSmall",
      name: "Cell small",
      basedOn: "Cell",
      run: { size: 17, color: INK_2 },
      paragraph: { spacing: { before: 30, after: 0, line: 252, lineRule: LineRuleType.AUTO } },
    },
    {
      id: SECTION_HEADING,
      name: "Section heading",
      basedOn: "Heading2",
      next: "Normal",
      quickFormat: true,
      run: { size: 30 },
      paragraph: { outlineLevel: 1 },
    },
    {
      id: "MatrixItem",
      name: "Matrix item",
      basedOn: "Cell",
      run: { size: 23 },
      paragraph: { spacing: { before: 110, after: 0, line: 259, lineRule: LineRuleType.AUTO } },
    },
    {
      id: "Small",
      name: "Small",
      basedOn: "Normal",
      run: { size: 18, color: INK_2 },
      paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
    },
    {
      id: "Overline",
      name: "Overline",
      basedOn: "Normal",
      run: { size: 22, bold: true, color: INK_2 },
      paragraph: { spacing: { after: 120 } },
    },
    {
      id: "ContentsHead",
      name: "Contents head",
      basedOn: "Normal",
      next: "Normal",
      run: { size: 34, bold: true, color: BRAND },
      paragraph: { spacing: { after: 160 }, keepNext: true },
    },
    {
      id: "TOC1",
      name: "toc 1",
      basedOn: "Normal",
      run: { bold: true },
      paragraph: { spacing: { before: 120, after: 20 } },
    },
    {
      id: "TOC2",
      name: "toc 2",
      basedOn: "Normal",
      paragraph: { spacing: { after: 20 }, indent: { left: 567 } },
    },
  ],
});
