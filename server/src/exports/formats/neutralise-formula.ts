// What Excel, LibreOffice and Google Sheets take for the start of a formula, full-width forms included; they
// skip white space and control characters before it. A tab or a return alone at the start can shift cells.
const FORMULA_START = /^(?:[\t\r\n]|[\s\p{C}]*[=+\-@＝＋－＠])/u;

/** Puts an apostrophe before a cell that a spreadsheet would run as a formula, so that it is read as text. */
export const neutraliseFormula = (cell: string): string => (FORMULA_START.test(cell) ? `'${cell}` : cell);
