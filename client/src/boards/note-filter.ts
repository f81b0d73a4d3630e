import type { PaperColour, SwotNote } from "@tavolo/schema";

/** What a person wants to see; an empty string or null leaves that side open. */
export interface NoteFilter {
  /** Words, all of which must stand in the text or one of its translations. */
  readonly words: string;
  /** A Charter article, `CFR-…`. */
  readonly article: string | null;
  /** A local factor, `F-…`. */
  readonly factor: string | null;
  readonly colour: PaperColour | null;
  /** A group’s id, or `none` for notes in no group. */
  readonly group: string | null;
  /** Who wrote it, in the words in which the board shows writers. */
  readonly author: string | null;
  readonly mine: boolean;
}

export const noFilter: NoteFilter = {
  words: "",
  article: null,
  factor: null,
  colour: null,
  group: null,
  author: null,
  mine: false,
};

/** How many sides of the filter are set, the search words apart. */
export function filterCount(filter: NoteFilter): number {
  const sides = [filter.article, filter.factor, filter.colour, filter.group, filter.author];
  return sides.filter((side) => side !== null).length + (filter.mine ? 1 : 0);
}

/** What is known of a note’s writer; the document holds nothing of it. */
export interface WriterKnowledge {
  readonly isMine: (noteId: string) => boolean;
  readonly authorOf: (noteId: string) => string;
}

/** A test for one note, made once for the whole board. */
export function noteMatcher(
  filter: NoteFilter,
  { isMine, authorOf }: WriterKnowledge,
): (note: SwotNote) => boolean {
  const words = plain(filter.words).split(/\s+/u).filter(Boolean);
  return (note) => {
    if (filter.article !== null && !note.charterArticles.includes(filter.article)) return false;
    if (filter.factor !== null && note.factor !== filter.factor) return false;
    if (filter.colour !== null && note.colour !== filter.colour) return false;
    if (filter.group !== null && (note.cluster ?? "none") !== filter.group) return false;
    if (filter.author !== null && authorOf(note.id) !== filter.author) return false;
    if (filter.mine && !isMine(note.id)) return false;
    if (words.length === 0) return true;
    const translations = Object.values(note.translations).map((translation) => translation?.text ?? "");
    const text = plain([note.text, ...translations].join("\n"));
    return words.every((word) => text.includes(word));
  };
}

/** Without accents and case: "perche" finds "Perché". */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
