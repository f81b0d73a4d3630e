// How long a key press in one browser takes to be seen in another: `pnpm bench:typing [-- --keys 200] [--json]`.
// Baseline, in the same run: how long the same key press takes to be seen in the writer’s own window.
import { findChromium } from "../bin/find-chromium.mjs";
import { parseArgs } from "node:util";
import { loadConfig } from "@tavolo/server/config.ts";
import { silentLog } from "@tavolo/server/log.ts";
import { startServer } from "@tavolo/server/start-server.ts";
import { chromium, type Page } from "playwright-core";

declare global {
  interface Window {
    /** Moments, by the length of the text that was seen then. */
    seenAt: Map<number, number>;
  }
}

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: { keys: { type: "string", default: "100" }, json: { type: "boolean", default: false } },
});
const keys = Number(values.keys);
if (!Number.isInteger(keys) || keys < 1 || keys > 250)
  throw new Error("--keys takes a whole number from 1 to 250.");

/** A pause between keys, so that each is a message of its own: a fast typist’s. */
const PAUSE_MS = 80;
const START = "Measured: ";

const server = await startServer(loadConfig({ PORT: "0", DATA_DIR: "memory://", DEMO: "1" }), {
  log: silentLog(),
});
const browser = await chromium.launch({
  executablePath: findChromium(process.env),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  const demo = server.links.demo;
  if (!demo) throw new Error("The demonstration workshop is not there.");
  const [writer, reader] = await Promise.all(
    demo.participantLinks.map((link) => signIn(link, demo.boardUrl)),
  );
  if (!writer || !reader) throw new Error("Two participants are needed.");

  await writer.keyboard.press("n");
  const field = writer.locator("textarea:focus");
  await field.fill(START);
  await reader.getByText(START.trim()).first().waitFor();
  await watch(reader, "[data-note]");
  await watch(writer, "textarea");

  const pressed: number[] = [];
  for (let key = 0; key < keys; key++) {
    pressed.push(performance.timeOrigin + performance.now());
    await writer.keyboard.press("x");
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  const last = START.length + keys;
  await reader.waitForFunction((length) => window.seenAt.has(length), last);
  report(await latencies(writer, pressed), await latencies(reader, pressed));
} finally {
  await browser.close();
  await server.close();
}

async function signIn(link: string, boardUrl: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await page.goto(boardUrl);
  await page.locator('[data-save][data-kind="saved"]').waitFor();
  return page;
}

/** Notes the frame in which a longer text of the measured note is on the screen. */
function watch(page: Page, selector: string): Promise<void> {
  return page.evaluate(
    ({ where, start }) => {
      window.seenAt = new Map();
      const look = () => {
        for (const element of document.querySelectorAll(where)) {
          const text = element instanceof HTMLTextAreaElement ? element.value : (element.textContent ?? "");
          const [measured] = new RegExp(`${start}x*`).exec(text) ?? [];
          if (measured && !window.seenAt.has(measured.length))
            window.seenAt.set(measured.length, performance.timeOrigin + performance.now());
        }
        requestAnimationFrame(look);
      };
      look();
    },
    { where: selector, start: START },
  );
}

/** Milliseconds from each key press to the first frame that shows it, or one typed after it. */
async function latencies(page: Page, pressed: readonly number[]): Promise<number[]> {
  const seen = await page.evaluate(() => [...window.seenAt]);
  return pressed.map((at, key) => {
    const moments = seen.filter(([length]) => length > START.length + key).map(([, moment]) => moment);
    return Math.min(...moments) - at;
  });
}

function report(own: number[], other: number[]): void {
  const quantile = (sorted: number[], share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  const figures = (list: number[]) => {
    const sorted = list.toSorted((a, b) => a - b);
    return { p50: Math.round(quantile(sorted, 0.5)), p95: Math.round(quantile(sorted, 0.95)) };
  };
  const result = { keys, ownWindowMs: figures(own), otherBrowserMs: figures(other) };
  const ratio = Math.round((result.otherBrowserMs.p50 / Math.max(1, result.ownWindowMs.p50)) * 10) / 10;
  const lines = [
    `${keys} key presses, seen`,
    `  in the own window     p50 ${result.ownWindowMs.p50} ms, p95 ${result.ownWindowMs.p95} ms`,
    `  in the other browser  p50 ${result.otherBrowserMs.p50} ms, p95 ${result.otherBrowserMs.p95} ms (${ratio} × the own window)`,
  ];
  process.stdout.write(
    values.json ? `${JSON.stringify({ ...result, ratios: { p50: ratio } })}\n` : `${lines.join("\n")}\n`,
  );
}
