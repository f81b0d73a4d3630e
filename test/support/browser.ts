import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import { findChromium } from "../bin/find-chromium.mjs";
import { pictureOfTest } from "./picture.ts";
import type { TestServer } from "./start-test-server.ts";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The widths that every screen is looked at: desk, tablet, phone. */
export const viewports = {
  desk: { width: 1440, height: 900 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
};

export interface PersonOptions {
  /** The session cookie as the server set it; without it, nobody who is known. */
  cookie?: string;
  language?: "en" | "it";
  theme?: "light" | "dark";
  forcedColours?: boolean;
  viewport?: keyof typeof viewports;
  /** What the console may say in this test, such as that a file did not arrive while offline. */
  tolerate?: RegExp;
}

/** Somebody with a browser window of their own. */
export interface Person {
  page: Page;
  context: BrowserContext;
}

export interface TestBrowser {
  /** Opens a window for somebody; it is closed when the test has finished, which fails if the console heard an error. */
  person(server: TestServer, options?: PersonOptions): Promise<Person>;
}

/** Launches one Chromium for all tests of the enclosing file; `CHROMIUM_PATH` names another than Debian’s. */
export const useBrowser = (): TestBrowser => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: findChromium(process.env),
      args: flags,
    });
  });
  afterAll(async () => browser?.close());

  return {
    async person(server, options = {}) {
      const {
        cookie,
        language = "en",
        theme = "light",
        forcedColours,
        viewport = "desk",
        tolerate,
      } = options;
      if (!browser) throw new Error("The browser runs in tests and hooks only.");
      if ("cookie" in options && !cookie) throw new Error("Signing in has given no cookie.");
      const context = await browser.newContext({
        baseURL: server.url,
        viewport: viewports[viewport],
        locale: language === "it" ? "it-IT" : "en-GB",
        colorScheme: theme,
        forcedColors: forcedColours ? "active" : "none",
        reducedMotion: "reduce",
        permissions: ["clipboard-read", "clipboard-write"],
      });
      if (cookie) await context.addCookies([{ ...nameAndValue(cookie), url: server.url }]);
      const page = await context.newPage();
      const problems = listenForProblems(page, tolerate);
      onTestFinished(async () => {
        await context.close();
        expect(problems, "the browser’s console").toEqual([]);
      });
      return { page, context };
    },
  };
};

const nameAndValue = (cookie: string) => {
  const [pair = ""] = cookie.split(";");
  const [name = "", ...value] = pair.split("=");
  return { name: name.trim(), value: value.join("=") };
};

/** Collects what must not happen; a refused request is an answer of the server, not a fault of the page. */
const listenForProblems = (page: Page, tolerate?: RegExp): string[] => {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    const refused =
      message.text().startsWith("Failed to load resource") && message.location().url.endsWith("/graphql");
    const offline = message.text().includes("ERR_INTERNET_DISCONNECTED");
    if (message.type() === "error" && !refused && !offline && !tolerate?.test(message.text())) {
      problems.push(message.text());
    }
  });
  return problems;
};

/** Fails with the rule and the places where the page shuts somebody out, or where it is wider than the window. */
export const expectAccessible = async (page: Page): Promise<void> => {
  await pictureOfTest(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.flatMap(({ id, nodes }) => {
    const places = nodes.map(({ target }) => target.join(" "));
    // An open menu hangs at the end of the page, in no landmark, like every popover; its button is in one.
    const counted = id === "region" ? places.filter((place) => !place.includes("popper")) : places;
    return counted.length > 0 ? [`${id}: ${counted.join(", ")}`] : [];
  });
  expect(found, `axe on ${page.url()}`).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `scrolls sideways: ${page.url()}`).toBeLessThanOrEqual(0);
};

/** Looks at a screen as people of every kind see it. */
export const everyLook: readonly PersonOptions[] = [
  { viewport: "desk", theme: "light", language: "en" },
  { viewport: "desk", theme: "dark", language: "it" },
  { viewport: "tablet", theme: "light", language: "it" },
  { viewport: "phone", theme: "dark", language: "en" },
  { viewport: "phone", theme: "light", language: "it" },
];
