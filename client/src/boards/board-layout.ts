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

/** Where a note stands, told by those around it: it keeps its place among them whatever comes and goes. */
export interface HeldPlace {
  readonly id: string;
  readonly section: SwotSection;
  readonly group: string | null;
  /** The notes before and behind it, in its tray or among the loose ones, and in its section as a whole. */
  readonly among: Neighbours;
  readonly amongAll: Neighbours;
}

interface Neighbours {
  readonly before: readonly string[];
  readonly behind: readonly string[];
}

const around = (ids: readonly string[], id: string): Neighbours => {
  const place = ids.indexOf(id);
  return place < 0
    ? { before: ids, behind: [] }
    : { before: ids.slice(0, place), behind: ids.slice(place + 1) };
};

/** Where a note stands now; one that is not there yet stands at the end of the section it is begun in. */
export function placeOf(
  sections: readonly SectionLayout[],
  id: string,
  begunIn: SwotSection | null,
): HeldPlace | null {
  const layout = sections.find(({ all, section }) => all.includes(id) || section === begunIn);
  if (!layout) return null;
  const tray = layout.groups.find(({ noteIds }) => noteIds.includes(id));
  return {
    id,
    section: layout.section,
    group: tray?.id ?? null,
    among: around(tray?.noteIds ?? layout.loose, id),
    amongAll: around(layout.all, id),
  };
}

/** The layout with one note where it stood, though others have moved it or put it away meanwhile. */
export function holdInPlace(sections: readonly SectionLayout[], held: HeldPlace): SectionLayout[] {
  const without = (ids: readonly string[]) =>
    ids.includes(held.id) ? ids.filter((id) => id !== held.id) : ids;
  return sections.map((layout) => {
    const isHere = layout.section === held.section;
    const groups = layout.groups.map((group) => ({ ...group, noteIds: without(group.noteIds) }));
    const tray = groups.findIndex(({ id }) => id === held.group);
    if (isHere && held.group !== null) {
      // A tray that was taken away under the note stays as long as the note.
      const noteIds = insert(groups[tray]?.noteIds ?? [], held.id, held.among);
      groups.splice(tray < 0 ? groups.length : tray, 1, { id: held.group, noteIds });
    }
    const loose = without(layout.loose);
    return {
      section: layout.section,
      groups,
      loose: isHere && held.group === null ? insert(loose, held.id, held.among) : loose,
      all: isHere ? insert(without(layout.all), held.id, held.amongAll) : without(layout.all),
    };
  });
}

/** Puts an id where the fewest of its neighbours change sides; what is new goes before it. */
function insert(ids: readonly string[], id: string, { before, behind }: Neighbours): readonly string[] {
  const isBefore = new Set(before);
  const isBehind = new Set(behind);
  let place = 0;
  let kept = 0;
  let most = 0;
  for (const [index, other] of ids.entries()) {
    kept += Number(isBefore.has(other)) - Number(isBehind.has(other));
    if (kept < most) continue;
    most = kept;
    place = index + 1;
  }
  return [...ids.slice(0, place), id, ...ids.slice(place)];
}
