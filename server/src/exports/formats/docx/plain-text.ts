// XML 1.0 has no way to write these; a file with one of them does not open.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;
const FIRST_LETTER_RIGHT_TO_LEFT =
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A text as a document can hold it: without control characters, half surrogates replaced. */
export const writable = (text: string): string => text.toWellFormed().replace(UNWRITABLE, "");

/** Whether a text’s first letter is of a script that runs from right to left. */
export const isRightToLeft = (text: string): boolean => FIRST_LETTER_RIGHT_TO_LEFT.test(text);
