/**
 * How sure a text is: `verified`, seen in a public source; `known`, widely published but not seen again, so check
 * it before quoting; `own`, our wording or translation; `seed`, from the projects that Tavolo was made for.
 */
export const CERTAINTIES = ["verified", "known", "own", "seed"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** The certainty that data names; throws for a word that is none. */
export function readCertainty(word: string): Certainty {
  const found = CERTAINTIES.find((certainty) => certainty === word);
  if (!found) throw new Error(`“${word}” says nothing of how sure a text is.`);
  return found;
}
