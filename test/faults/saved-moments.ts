import { readFileSync } from "node:fs";
import { readBoard, swot } from "@tavolo/schema";
import type { BrowserContext, Page } from "playwright-core";
import * as Y from "yjs";

/** A moment at which a window showed the word “saved”, and the marks that stood on its screen beside it. */
export interface SavedMoment {
  readonly at: number;
  readonly marks: readonly string[];
}

/** Clocks of two processes of one machine, rounded to milliseconds. */
const CLOCK_MS = 1;

/** Collects every such moment of every window of a browser; what is on the screen changes with each mutation. */
export async function collectSavedMoments(context: BrowserContext, moments: SavedMoment[]): Promise<void> {
  await context.exposeBinding("savedWasShown", (_source, moment: SavedMoment) => void moments.push(moment));
  await context.addInitScript(() => {
    let told = "";
    const look = () => {
      const isSaved = document.querySelector('[data-save][data-kind="saved"]') !== null;
      const shown = isSaved
        ? [...document.querySelectorAll("[data-note]")].flatMap(
            (note) => note.textContent?.match(/«\d+»/g) ?? [],
          )
        : [];
      const now = JSON.stringify([isSaved, shown]);
      if (isSaved && now !== told) {
        const { savedWasShown } = window as unknown as { savedWasShown: (moment: object) => void };
        savedWasShown({ at: Date.now(), marks: shown });
      }
      told = now;
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ["data-kind"],
    });
  });
}

/** The moments at which something stood on the screen as saved that the server’s journal did not hold yet. */
export function earlyMoments(moments: readonly SavedMoment[], commitsFile: string): SavedMoment[] {
  const commits = readFileSync(commitsFile, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): { at: number; edits: string[] } => JSON.parse(line));
  const doc = new Y.Doc();
  let next = 0;
  return moments
    .toSorted((a, b) => a.at - b.at)
    .filter(({ at, marks }) => {
      for (; (commits[next]?.at ?? Infinity) <= at + CLOCK_MS; next += 1)
        for (const edit of commits[next]?.edits ?? []) Y.applyUpdate(doc, Buffer.from(edit, "base64"));
      const held = new Set(marksIn(doc));
      return marks.some((mark) => !held.has(mark));
    });
}

/** Every mark on the board, as often as it stands there. */
export function marksIn(doc: Y.Doc): string[] {
  return readBoard(swot, doc).notes.flatMap(({ text, removed }) =>
    removed ? [] : (text.match(/«\d+»/g) ?? []),
  );
}

/** Waits until a window says that nothing written in it is on its way to the device any more. */
export const untilAllKept = (page: Page): Promise<void> =>
  page.locator('[data-save][data-kept="true"]').waitFor();
