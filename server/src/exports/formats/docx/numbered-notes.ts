import type {
  BoardReport,
  ReportedCluster,
  ReportedNote,
  ReportedSection,
} from "../../report/board-report.ts";

/** A note with the number it has in a document: `S1`, `S2` … in the order it is printed in. */
export interface NumberedNote {
  readonly number: string;
  readonly note: ReportedNote;
}

export interface NumberedCluster {
  /** `S-A`, `S-B` … */
  readonly number: string;
  readonly cluster: ReportedCluster;
  readonly notes: readonly NumberedNote[];
}

/** One field of the matrix: its groups with their notes, then the notes in none. */
export interface NumberedSection {
  readonly section: ReportedSection;
  readonly letter: string;
  readonly clusters: readonly NumberedCluster[];
  readonly loose: readonly NumberedNote[];
}

/** Numbers what a board says, so that one part of a document can point at another. */
export const numberNotes = ({ board }: BoardReport): NumberedSection[] => {
  const inCluster = Map.groupBy(board.notes.nodes, ({ cluster }) => cluster?.id ?? null);
  return board.sections.map((section) => {
    const letter = section.key.charAt(0);
    let count = 0;
    const numbered = (notes: readonly ReportedNote[] = []): NumberedNote[] =>
      notes.map((note) => ({ number: `${letter}${(count += 1)}`, note }));
    const clusters = board.clusters.nodes
      .filter((cluster) => cluster.section === section.key)
      .map((cluster, index) => ({
        number: `${letter}-${letterOf(index)}`,
        cluster,
        notes: numbered(inCluster.get(cluster.id)?.filter(isHere)),
      }));
    const grouped = new Set(clusters.flatMap(({ notes }) => notes.map(({ note }) => note.id)));
    const loose = numbered(board.notes.nodes.filter((note) => isHere(note) && !grouped.has(note.id)));
    return { section, letter, clusters, loose };

    function isHere(note: ReportedNote): boolean {
      return note.section === section.key;
    }
  });
};

/** Every note of the sections in the order of their numbers. */
export const allNotes = (sections: readonly NumberedSection[]): NumberedNote[] =>
  sections.flatMap(({ clusters, loose }) => [...clusters.flatMap(({ notes }) => notes), ...loose]);

/** A … Z, AA, AB … */
const letterOf = (index: number): string =>
  (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));
