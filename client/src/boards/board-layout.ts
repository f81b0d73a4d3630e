import type { SwotCluster, SwotNote, SwotSection } from "@tavolo/schema";
import { sectionCodes } from "../ui/sections.ts";

/** A group’s tray with the ids of its notes, both in their order. */
export interface GroupLayout {
  readonly id: string;
  readonly noteIds: readonly string[];
}

/** What one section shows: trays, and the notes in none of them. */
export interface SectionLayout {
  readonly section: SwotSection;
  readonly groups: readonly GroupLayout[];
  readonly loose: readonly string[];
  /** All notes in their own order, for the view without groups. */
  readonly all: readonly string[];
}

interface Placed {
  readonly id: string;
  readonly rank: string;
}

const byPlace = (a: Placed, b: Placed): number => {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

/** Sorts what is on the board (and not in the bin) into sections and groups, the same for everybody. */
export function layOut(notes: Iterable<SwotNote>, clusters: Iterable<SwotCluster>): SectionLayout[] {
  const shown = [...notes].filter((note) => !note.removed).sort(byPlace);
  const trays = [...clusters].filter((cluster) => !cluster.removed).sort(byPlace);
  const traySection = new Map(trays.map((tray) => [tray.id, tray.section]));
  const inTray = new Map<string, string[]>(trays.map((tray) => [tray.id, []]));
  const loose = new Map<SwotSection, string[]>();
  const all = new Map<SwotSection, string[]>();

  for (const note of shown) {
    push(all, note.section, note.id);
    const tray =
      note.cluster !== null && traySection.get(note.cluster) === note.section
        ? inTray.get(note.cluster)
        : undefined;
    if (tray) tray.push(note.id);
    else push(loose, note.section, note.id);
  }

  return sectionCodes.map((section) => ({
    section,
    groups: trays
      .filter((tray) => tray.section === section)
      .map((tray) => ({ id: tray.id, noteIds: inTray.get(tray.id) ?? [] })),
    loose: loose.get(section) ?? [],
    all: all.get(section) ?? [],
  }));
}

function push(into: Map<SwotSection, string[]>, section: SwotSection, id: string): void {
  const list = into.get(section);
  if (list) list.push(id);
  else into.set(section, [id]);
}
