import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const taken = new Map<string, number>();

/** Keeps a picture of a screen to be looked at, in the folder that PICTURES names; without it none is taken. */
export const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.PICTURES;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
};

/** The same, named after the running test and numbered within it. */
export const pictureOfTest = async (page: Page): Promise<void> => {
  const test = (expect.getState().currentTestName ?? "screen").replaceAll(/[^\p{L}\d]+/gu, "-");
  const number = (taken.get(test) ?? 0) + 1;
  taken.set(test, number);
  await picture(page, `${test}-${number}`);
};
