import { HeadingLevel, type IParagraphOptions, type IRunOptions, Paragraph, Tab, TextRun } from "docx";
import { HEADING_NUMBERS } from "./look.ts";
import { isRightToLeft, writable } from "./plain-text.ts";
import { localeOf } from "./sheet.ts";

/** `language` is that of the words, where it is not the document’s. */
type RunLook = Omit<IRunOptions, "text" | "children" | "language" | "break"> & {
  readonly language?: string | undefined;
};
type ParagraphLook = Omit<IParagraphOptions, "text" | "children" | "run">;

/** A text in runs: marked with its language and direction, its line breaks kept. */
export const runs = (text: string, { language, ...look }: RunLook = {}): TextRun[] => {
  const rightToLeft = isRightToLeft(text);
  const locale = language && localeOf(language);
  return writable(text)
    .split(/\r\n|\r|\n/u)
    .map(
      (line, index) =>
        new TextRun({
          ...look,
          children: line.split("\t").flatMap((piece, place) => (place > 0 ? [new Tab(), piece] : [piece])),
          ...(index > 0 ? { break: 1 } : {}),
          ...(locale ? { language: rightToLeft ? { bidirectional: locale } : { value: locale } } : {}),
          ...(rightToLeft ? { rightToLeft } : {}),
        }),
    );
};

/** A paragraph of one text. */
export const paragraph = (
  text: string,
  look: ParagraphLook & { readonly language?: string | undefined; readonly run?: RunLook } = {},
): Paragraph => {
  const { language, run, ...rest } = look;
  return new Paragraph({
    ...rest,
    ...(isRightToLeft(writable(text)) ? { bidirectional: true } : {}),
    children: runs(text, { ...run, language }),
  });
};

/** The head of a part: numbered, and in the contents. */
export const partHead = (text: string, look: ParagraphLook = {}): Paragraph =>
  paragraph(text, {
    heading: HeadingLevel.HEADING_1,
    numbering: { reference: HEADING_NUMBERS, level: 0 },
    ...look,
  });
