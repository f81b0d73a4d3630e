import { en as swotEn } from "../words.en.ts";
import { it as swotIt } from "../words.it.ts";
import type { DocumentWords } from "../words.ts";
import { en } from "./kind-words.en.ts";
import { it } from "./kind-words.it.ts";

/** What a document of any kind but the SWOT says beside what all documents say. */
export interface KindWords {
  readonly frame: KindFrame;
  readonly restricted: string;
  readonly summary: {
    readonly nothing: string;
    readonly section: string;
    readonly withheld: (items: number) => string;
    readonly decided: string;
  };
  readonly glance: {
    readonly scoreMatrix: string;
    readonly scoreMatrixText: string;
    readonly grid2d: string;
    readonly graph: string;
    readonly itemsText: string;
    readonly low: (axis: string) => string;
    readonly high: (axis: string) => string;
    readonly leadsTo: (numbers: string) => string;
    readonly step: string;
  };
  readonly content: {
    readonly title: string;
    readonly text: string;
    readonly column: string;
    readonly says: string;
    readonly by: string;
    readonly noneHere: string;
    readonly notRated: string;
    readonly to: (addressee: string) => string;
    readonly toNobody: string;
    readonly yes: string;
    readonly no: string;
    readonly suppressed: string;
  };
  readonly figures: { readonly title: string; readonly none: string; readonly together: string };
  readonly provisions: {
    readonly title: string;
    readonly text: string;
    readonly none: string;
    readonly cited: string;
    readonly heading: string;
    readonly sure: string;
    readonly where: string;
    readonly certainty: Readonly<Record<string, string>>;
  };
}

/** Sentences of every document in which a SWOT speaks of its notes and its matrix. */
export interface KindFrame {
  readonly cover: Pick<DocumentWords["cover"], "kind" | "strip">;
  readonly method: Pick<
    DocumentWords["method"],
    "displays" | "editing" | "editings" | "written" | "languages" | "limitsText"
  >;
  readonly matrix: Pick<DocumentWords["matrix"], "notes">;
  readonly notes: Pick<DocumentWords["notes"], "writtenIn">;
  readonly wordings: Pick<DocumentWords["wordings"], "text" | "none" | "original">;
  readonly about: Pick<DocumentWords["about"], "bin" | "check" | "checkText">;
}

/** The words of a document of any kind; English where a language has none yet. */
export const kindWordsIn = (language: string): { words: DocumentWords; say: KindWords } => {
  const [all, say] = language === "it" ? [swotIt, it] : [swotEn, en];
  const { cover, method, matrix, notes, wordings, about } = say.frame;
  return {
    say,
    words: {
      ...all,
      cover: { ...all.cover, ...cover },
      method: { ...all.method, ...method },
      matrix: { ...all.matrix, ...matrix },
      notes: { ...all.notes, ...notes },
      wordings: { ...all.wordings, ...wordings },
      about: { ...all.about, ...about },
    },
  };
};
