import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Person, PersonOptions, TestBrowser } from "../support/browser.ts";
import type { Table } from "../support/sign-in.ts";
import type { TestServer } from "../support/start-test-server.ts";

const words = {
  en: { S: "Strengths", W: "Weaknesses", O: "Opportunities", T: "Threats" },
  it: { S: "Punti di forza", W: "Punti di debolezza", O: "Opportunità", T: "Minacce" },
};
type Section = keyof (typeof words)["en"];

/** Somebody at an open board, who sees and does what people see and do. */
export class BoardPage {
  constructor(
    readonly page: Page,
    readonly context: Person["context"],
    private readonly language: "en" | "it",
  ) {}

  section(section: Section): Locator {
    return this.page.getByRole("region", { name: words[this.language][section], exact: true });
  }

  /** The row of the note that says this. */
  note(text: string): Locator {
    return this.page.locator("[data-note]").filter({ hasText: text });
  }

  /** The field of the note or group that this person writes in. */
  get field(): Locator {
    return this.page.locator("textarea:focus");
  }

  group(name: string): Locator {
    return this.page.getByRole("group", { name, exact: true });
  }

  /** Writes a note with the button of a section, and leaves it. */
  async write(section: Section, text: string): Promise<void> {
    await this.section(section)
      .getByRole("button", { name: /^(Add a note|Aggiungi una nota)/ })
      .first()
      .click();
    await this.field.fill(text);
    await this.page.keyboard.press("Escape");
    await this.note(text).waitFor();
  }

  async edit(text: string): Promise<void> {
    await this.note(text).locator("p").first().click();
    await this.field.waitFor();
  }

  async status(kind: "saved" | "saving" | "unsaved" | "offline" | "readOnly" | "refused"): Promise<void> {
    await this.page.locator(`[data-save][data-kind="${kind}"]`).waitFor();
  }

  /** What the word in the bar was at every moment since, so that a lie of one frame is seen. */
  async watchStatus(): Promise<() => Promise<string[]>> {
    await this.page.evaluate(() => {
      const word = document.querySelector<HTMLElement>("[data-save]");
      const seen = [word?.dataset.kind ?? ""];
      Object.assign(window, { seenStatus: seen });
      new MutationObserver(() => seen.push(word?.dataset.kind ?? "")).observe(word as Node, {
        attributes: true,
        attributeFilter: ["data-kind"],
      });
    });
    return async () => this.page.evaluate(() => (window as unknown as { seenStatus: string[] }).seenStatus);
  }

  /** Texts of the notes in a section, in order. */
  async texts(section: Section): Promise<string[]> {
    return this.section(section).locator("[data-note] p:first-child").allInnerTexts();
  }
}

/** Opens a board for somebody and waits until everything on it is saved or it is known why not. */
export async function openBoard(
  browser: TestBrowser,
  server: TestServer,
  { boardId }: Table,
  person: { cookie: string },
  options: PersonOptions = {},
): Promise<BoardPage> {
  const { page, context } = await browser.person(server, { ...options, cookie: person.cookie });
  await page.goto(`/boards/${boardId}`);
  await page.locator('[data-save]:is([data-kind="saved"], [data-kind="readOnly"])').waitFor();
  return new BoardPage(page, context, options.language ?? "en");
}

const enumOf = { S: "STRENGTHS", W: "WEAKNESSES", O: "OPPORTUNITIES", T: "THREATS" } as const;

/** Notes that were there before anybody came. */
export async function layNotes(
  { boardId, moderator }: Table,
  notes: readonly (readonly [Section, string])[],
): Promise<void> {
  for (const [section, text] of notes) {
    await moderator.graphql.run(`mutation ($input: AddNoteInput!) { addNote(input: $input) { revision } }`, {
      input: { boardId, section: enumOf[section], text },
    });
  }
}

/** Waits until a page shows what another one does. */
export async function eventually<T>(read: () => Promise<T>, expected: T): Promise<void> {
  await expect.poll(read, { timeout: 10_000 }).toEqual(expected);
}
