import type { SwotSection } from "@tavolo/schema";
import { sectionCodes } from "../../../ui/sections.ts";

/** Where a dragged note would come to lie. */
export interface DropPlace {
  readonly section: SwotSection;
  /** The group’s id; null for none; undefined where trays are not shown and the group stays as it is. */
  readonly cluster: string | null | undefined;
  /** The note it would stand before; null for the end. */
  readonly before: string | null;
  /** Where the mark is drawn, in the window’s pixels. */
  readonly mark: { readonly left: number; readonly top: number; readonly width: number };
}

const HALF_GAP = 3;

/** Reads the place under a point from what is on the screen; null where a note cannot lie. */
export function dropPlaceAt(x: number, y: number, draggedId: string): DropPlace | null {
  const under = document.elementsFromPoint(x, y);
  const panel = under.map((element) => element.closest<HTMLElement>("[data-section]")).find(Boolean);
  const section = sectionCodes.find((code) => code === panel?.dataset.section);
  if (!panel || !section) return null;

  const tray = under.map((element) => element.closest<HTMLElement>("[data-tray]")).find(Boolean);
  const rows = [...(tray ?? panel).querySelectorAll<HTMLElement>("[data-note]")].filter(
    (row) => row.dataset.note !== draggedId,
  );
  // Beside the trays a note lies in none: at the end of the section.
  const inTray = tray ? rows : [];
  const next = inTray.find((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y < top + height / 2;
  });
  return {
    section,
    cluster: clusterOf(tray),
    before: next?.dataset.note ?? null,
    mark: markAt(next, inTray.at(-1), tray ?? panel),
  };
}

function clusterOf(tray: HTMLElement | null | undefined): string | null | undefined {
  if (tray?.dataset.tray === "keep") return undefined;
  return tray?.dataset.tray || null;
}

function markAt(
  next: HTMLElement | undefined,
  last: HTMLElement | undefined,
  around: HTMLElement,
): DropPlace["mark"] {
  if (next) {
    const { left, top, width } = next.getBoundingClientRect();
    return { left, top: top - HALF_GAP, width };
  }
  if (last) {
    const { left, bottom, width } = last.getBoundingClientRect();
    return { left, top: bottom + HALF_GAP, width };
  }
  const { left, bottom, width } = around.getBoundingClientRect();
  return { left: left + 12, top: bottom - 10, width: width - 24 };
}
