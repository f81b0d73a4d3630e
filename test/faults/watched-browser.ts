import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBrowser } from "./persistent-browser.ts";

/** A real browser on a board, in which somebody writes notes. */
export interface WatchedBrowser {
  /** Writes one more note. */
  write(mark: string): Promise<void>;
  /** Resolves when the app bar shows one of these words. */
  says(...words: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens a board in a browser that has this session. */
export async function openWatchedBrowser(
  url: string,
  boardId: string,
  session: string,
): Promise<WatchedBrowser> {
  const profile = await mkdtemp(join(tmpdir(), "tavolo-faults-browser-"));
  const browser = await startBrowser(profile);
  await browser.context.addCookies([{ name: "tavolo_session", value: session, url }]);
  const page = await browser.context.newPage();
  await page.goto(`${url}/boards/${boardId}`);
  await page
    .getByRole("button", { name: /^Add a note/ })
    .first()
    .waitFor();
  return {
    async write(mark) {
      await page.keyboard.press("n");
      await page.locator("textarea:focus").waitFor();
      await page.keyboard.insertText(mark);
      await page.keyboard.press("Escape");
      await page.locator("[data-note]").filter({ hasText: mark }).waitFor();
    },
    says: (...words) =>
      page
        .locator(words.map((word) => `[data-save][data-kind="${word}"]`).join(","))
        .waitFor({ timeout: 60_000 }),
    async close() {
      await browser.kill();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
