import { CERTAINTIES, type Certainty } from "./certainty.ts";
import type { CertainTitle } from "./framework.ts";
import { LANGUAGE_CODES, type LanguageCode } from "./languages.ts";

/** How many titles in one language are how sure. */
export interface CertaintyCount {
  readonly language: LanguageCode;
  readonly certainty: Certainty;
  readonly count: number;
}

/** Counts titles by language and by how sure they are, the surest first; what does not occur is left out. */
export function countCertainties(titles: readonly CertainTitle[]): readonly CertaintyCount[] {
  return LANGUAGE_CODES.flatMap((language) =>
    CERTAINTIES.map((certainty) => ({
      language,
      certainty,
      count: titles.filter((title) => title.certainty[language] === certainty).length,
    })).filter(({ count }) => count > 0),
  );
}
