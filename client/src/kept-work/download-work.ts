import { readBoard, swot } from "@tavolo/schema";
import { sectionWords } from "../boards/section-words.ts";
import type { UiLanguage } from "../i18n/languages.ts";
import { type DeviceWork, readWork } from "../sync/device-work.ts";

/** Gives the words of what was not saved as a plain text file: whatever else happens, they are not lost. */
export async function downloadWork(works: readonly DeviceWork[], language: UiLanguage): Promise<void> {
  const boards = await Promise.all(works.map((work) => wordsOf(work, language)));
  const link = document.createElement("a");
  // Not a blob: its bytes would go with the page, which may be left at once.
  link.href = `data:text/plain;charset=utf-8,${encodeURIComponent(boards.join("\n\n"))}`;
  link.download = `tavolo-${new Date().toISOString().slice(0, 10)}.txt`;
  link.click();
}

async function wordsOf(work: DeviceWork, language: UiLanguage): Promise<string> {
  const doc = await readWork(work);
  const { notes, clusters } = readBoard(swot, doc);
  doc.destroy();
  const isUnsaved = (collection: string, id: string) => work.items.includes(`${collection}/${id}`);
  return [
    `${location.origin}/boards/${work.boardId}`,
    ...clusters
      .filter(({ id }) => isUnsaved("clusters", id))
      .map(({ section, name }) => `${sectionWords(section, language).name}: ${name}`),
    ...notes
      .filter(({ id, text }) => isUnsaved("notes", id) && text.trim() !== "")
      .map(({ section, text }) => `${sectionWords(section, language).name}: ${text}`),
  ].join("\n");
}
