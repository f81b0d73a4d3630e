import type { CodeList } from "../document/fields/reference.ts";

const ARTICLES = 54;

/**
 * The Charter as fields check against it: CFR-01 … CFR-54. Kept apart from the titles, so that a board's
 * declaration does not carry them into every bundle; a test holds both together.
 */
export const charter: CodeList = {
  name: "EU Charter of Fundamental Rights",
  ofProvisions: true,
  codes: Array.from({ length: ARTICLES }, (_, index) => `CFR-${String(index + 1).padStart(2, "0")}`),
};
