import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { type BrowserContext, chromium } from "playwright-core";
import { findChromium } from "../bin/find-chromium.mjs";

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--remote-debugging-port=0",
];

/** A browser with a profile on the disk, as people have one: it can be killed, and started again with what it kept. */
export interface PersistentBrowser {
  readonly context: BrowserContext;
  /** Ends it at once, as an empty battery does. */
  kill(): Promise<void>;
}

/** Starts Chromium on a profile folder, a new one or one that an earlier browser left. */
export async function startBrowser(profile: string): Promise<PersistentBrowser> {
  const child = spawn(findChromium(process.env), [...flags, `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  // The whole group: its renderers shall not outlive it, nor it a test that was broken off.
  const killGroup = () => {
    if (child.pid && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, "SIGKILL");
  };
  process.once("exit", killGroup);
  const browser = await chromium.connectOverCDP(await addressOf(child));
  const [context] = browser.contexts();
  if (!context) throw new Error("The browser has no window.");
  return {
    context,
    async kill() {
      const ended = once(child, "exit");
      killGroup();
      process.off("exit", killGroup);
      await ended;
      await browser.close();
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error("The browser says nothing.");
  for await (const line of createInterface({ input: child.stderr })) {
    const [, address] = /^DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (address) {
      child.stderr.resume();
      return address;
    }
  }
  throw new Error("The browser ended before it could be used.");
}
