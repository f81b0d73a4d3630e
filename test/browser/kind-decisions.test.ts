import { boardKinds, editBoard } from "@tavolo/schema";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { openBoardClient } from "../support/board-client.ts";
import { expectAccessible, type PersonOptions, useBrowser } from "../support/browser.ts";
import { addFilledItem } from "../support/filled-item.ts";
import { picture } from "../support/picture.ts";
import { setTable, type SignedIn, signInAdministrator } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { layOut, openKind } from "./kind-table.ts";

const server = useTestServer();
const browser = useBrowser();
let administrator: Awaited<ReturnType<typeof signInAdministrator>>;

beforeAll(async () => {
  administrator = await signInAdministrator(server);
});

/** A board of a kind with one item that has everything filled in, and those who decide about it. */
const lay = async (kind: string, collection: string) => {
  const table = await setTable(server, { moderator: administrator });
  const boardId = await layOut(table, kind);
  const definition = boardKinds.get(kind)!;
  const { moderator } = table;
  const client = await openBoardClient({ url: server.url, boardId, cookie: moderator.cookie });
  const item = addFilledItem(definition, editBoard(definition, client.doc, { origin: "test" }), collection);
  await client.saved();
  await server.engine.caughtUp(boardId);
  return {
    ...table,
    boardId,
    item,
    nora: await table.join({ displayName: "Nora", stakeholderGroup: "CSO" }),
    ofelia: await table.join({ displayName: "Ofelia", stakeholderGroup: "MUNICIPALITY" }),
    adam: await table.join({ displayName: "Adam", stakeholderGroup: "ACADEMIA" }),
  };
};

const openCard = async (
  { boardId, item }: { boardId: string; item: string },
  person: Pick<SignedIn, "cookie">,
  options: PersonOptions = {},
): Promise<Page> => {
  const { page } = await browser.person(server, { ...options, cookie: person.cookie });
  await page.goto(`/boards/${boardId}#${item}`);
  await page.locator("[data-field]").first().waitFor();
  await page.locator('[data-save]:is([data-kind="saved"], [data-kind="readOnly"])').waitFor();
  return page;
};

/** Presses a button of the card, and in its dialog the one of the same name. */
const begin = async (page: Page, step: string) => {
  await page.getByRole("button", { name: step, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: step });
  await dialog.waitFor();
  return dialog;
};
const say = async (page: Page, choice: string, reason?: string) => {
  await page.getByRole("radio", { name: choice }).check();
  if (reason !== undefined) await page.getByRole("textbox", { name: "Reason" }).fill(reason);
  await page.getByRole("button", { name: /^(Say it|Change what I said)$/ }).click();
  await page.getByText(`You said: ${choice}`).first().waitFor();
};
const statusIn = (page: Page, words: string) =>
  page.locator('tr.row [data-column="status"]').getByText(words, { exact: true }).waitFor();

describe("an indicator", () => {
  test("is agreed by both sides, told at once to whoever has the board open, and keeps who disagreed", async () => {
    const place = await lay("monitoring_tool", "indicators");
    const mona = await openCard(place, place.moderator);
    const [nora, ofelia] = [await openCard(place, place.nora), await openCard(place, place.ofelia)];
    const { page: grid } = await openKind(browser, server, place.boardId, place.adam);
    await statusIn(grid, "Proposed");

    const discussing = await begin(mona, "Open the discussion");
    await discussing.getByRole("button", { name: "Open the discussion" }).click();
    await statusIn(grid, "Under discussion");

    let agreeing = await begin(mona, "Declare it agreed");
    await agreeing.getByRole("button", { name: "Declare it agreed" }).click();
    const refused = agreeing.getByRole("alert");
    await refused.getByText("The duty-bearer has not said yes.").waitFor();
    await refused.getByText("Nobody of civil society or academia has said yes.").waitFor();
    await picture(mona, "decisions-refused");
    await mona.keyboard.press("Escape");

    await say(ofelia, "5 – Full support");
    await say(nora, "1 – Block with reason", "It can be turned against a group.");
    await mona.locator(".standing").getByText("It can be turned against a group.").waitFor();
    const adam = await openCard(place, place.adam);
    await say(adam, "5 – Full support");
    agreeing = await begin(mona, "Declare it agreed");
    await agreeing.getByLabel("The duty-bearer’s voice").selectOption({ label: "Ofelia · Municipality (5)" });
    await agreeing.getByRole("button", { name: "Declare it agreed" }).click();
    await agreeing.getByRole("alert").getByText("Somebody blocks this.").waitFor();
    expect(await agreeing.getByRole("alert").getByRole("listitem").count()).toBe(1);

    await say(nora, "2 – Disagree but stand aside", "Too narrow for people who move often.");
    await agreeing.getByRole("button", { name: "Declare it agreed" }).click();
    await agreeing.waitFor({ state: "detached" });
    await statusIn(grid, "Agreed");
    const dissent = ofelia.locator(".decided").getByText("Too narrow for people who move often.");
    await dissent.first().waitFor();
    await ofelia.getByText(/^History: \d+ entries/).click();
    await ofelia.getByText("Under discussion → Agreed").waitFor();
    await picture(ofelia, "decisions-agreed");
  });

  test("is decided by the keyboard alone, which stays near", async () => {
    const place = await lay("monitoring_tool", "indicators");
    const page = await openCard(place, place.nora);
    const tabTo = async (css: string) => {
      for (let presses = 0; presses < 60; presses += 1) {
        if (await page.evaluate((one) => document.activeElement?.matches(one) ?? false, css)) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`Tab never came to ${css}.`);
    };
    await tabTo('.voice input[type="radio"]');
    await page.keyboard.press("Space");
    for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press("ArrowDown");
    await tabTo(".voice .btn");
    await page.keyboard.press("Enter");
    await page.getByText("This needs a reason.").waitFor();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.type("Nobody was asked.");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".standing").getByText("Nobody was asked.").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Nobody has said anything yet.").waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.matches('.voice input[type="radio"]')))
      .toBe(true);

    const mona = await openCard(place, place.moderator);
    await mona.getByRole("button", { name: "Open the discussion" }).focus();
    await mona.keyboard.press("Enter");
    const dialog = mona.getByRole("dialog", { name: "Open the discussion" });
    await dialog.getByRole("textbox").waitFor();
    await mona.keyboard.press("Tab");
    await mona.keyboard.press("Tab");
    await mona.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await expect
      .poll(() => mona.evaluate(() => document.activeElement?.closest(".decided") !== null))
      .toBe(true);
  });

  test("goes its whole way: in use, and retired only by those who are sure", async () => {
    const place = await lay("monitoring_tool", "indicators");
    const mona = await openCard(place, place.moderator);
    const go = async (step: string) => {
      const dialog = await begin(mona, step);
      await dialog.getByRole("button", { name: step }).click();
      return dialog;
    };
    await (await go("Open the discussion")).waitFor({ state: "detached" });
    for (const who of [place.nora, place.ofelia]) await say(await openCard(place, who), "5 – Full support");
    const agree = await begin(mona, "Declare it agreed");
    await agree.getByLabel("The duty-bearer’s voice").selectOption({ label: "Ofelia · Municipality (5)" });
    await agree.getByRole("button", { name: "Declare it agreed" }).click();
    await agree.waitFor({ state: "detached" });

    const use = await go("Put it to use");
    await use.getByText("Nobody has confirmed the source.").waitFor();
    await use.getByText("The first measurement is missing.").waitFor();
    await use.getByRole("checkbox").check();
    await use.getByLabel("First measurement").fill("Q1 2027");
    await use.getByRole("button", { name: "Put it to use" }).click();
    await mona.getByText("Version 1 is in use").waitFor();

    const retire = await go("Retire it");
    await retire.getByText("Say first that this is decided.").waitFor();
    await retire.getByRole("checkbox").check();
    await retire.getByRole("button", { name: "Retire it" }).click();
    await retire.getByText("The last period is missing.").waitFor();
    expect(await retire.getByRole("alert").getByRole("listitem").count()).toBe(4);
    await picture(mona, "decisions-retire");
  });

  test("that was just begun can be decided about once it is saved, and says what is still to fill", async () => {
    const place = await lay("monitoring_tool", "indicators");
    const page = await openCard(place, place.moderator);
    await page.getByRole("button", { name: "One more: indicator" }).click();
    await page.getByText("It comes to the board with your first words.").waitFor();
    await page.keyboard.type("Women on night buses");
    await page.locator(".deciding").getByText("Nobody has said anything yet.").waitFor();
    expect(await page.locator(".deciding").getByRole("alert").count()).toBe(0);
    const dialog = await begin(page, "Open the discussion");
    await dialog.getByRole("button", { name: "Open the discussion" }).click();
    await dialog.getByRole("alert").getByText("Something on the card is still empty.").waitFor();
  });

  test("says why nothing is decided on a frozen board, and without a connection", async () => {
    const place = await lay("monitoring_tool", "indicators");
    const page = await openCard(place, place.moderator);
    await page.getByRole("button", { name: "Open the discussion" }).waitFor();
    await page.context().setOffline(true);
    await page.getByText("Deciding needs the connection").first().waitFor();
    expect(
      await page.getByRole("button", { name: "Open the discussion" }).getAttribute("aria-disabled"),
    ).toBe("true");
    await page.locator(".decided").getByText("Proposed", { exact: true }).waitFor();
    await page.context().setOffline(false);
    await page.getByText("Deciding needs the connection").first().waitFor({ state: "detached" });
    await place.moderator.graphql.run(
      `mutation ($input: FreezeBoardInput!) { freezeBoard(input: $input) { board { id } } }`,
      { input: { boardId: place.boardId, reason: "Handed in." } },
    );
    await page.locator(".steps").getByText("The board is frozen").waitFor();
    expect(await page.locator('.voice input[type="radio"]').first().isDisabled()).toBe(true);
    await picture(page, "decisions-frozen");
  });

  test.each<PersonOptions>([
    { viewport: "desk", theme: "light", language: "en" },
    { viewport: "phone", theme: "dark", language: "it" },
  ])("shuts nobody out: $viewport, $theme, $language", async (look) => {
    const place = await lay("monitoring_tool", "indicators");
    const input = { boardId: place.boardId, itemId: place.item };
    await place.moderator.graphql.run(
      `mutation ($input: TakeIndicatorStepInput!) { takeIndicatorStep(input: $input) { revision } }`,
      { input: { ...input, to: "DISCUSSED" } },
    );
    const voices = [
      [place.nora, 2, "Too narrow for people who move often."],
      [place.ofelia, 1, "The register cannot be read that way."],
      [place.adam, 4, ""],
    ] as const;
    for (const [person, value, reason] of voices) {
      await person.graphql.run(
        `mutation ($input: VoiceAgreementInput!) { voiceAgreement(input: $input) { revision } }`,
        { input: { ...input, value, reason } },
      );
    }
    const page = await openCard(place, place.moderator, look);
    await page.locator(".standing").getByText("Too narrow for people who move often.").waitFor();
    await page.locator(".deciding > details > summary").click();
    await page
      .locator(".decided")
      .first()
      .evaluate((part) => part.scrollIntoView());
    await expectAccessible(page);
    await page.locator(".voice").scrollIntoViewIfNeeded();
    await picture(page, `decisions-voice-${look.viewport}`);
    await page.locator(".steps .btn").last().click();
    await page.getByRole("dialog").last().waitFor();
    await expectAccessible(page);
  });
});

describe("other decided values", () => {
  test("are set by moderators with a reason, and read by everybody", async () => {
    const place = await lay("recommendations", "cards");
    const [mona, nora] = [await openCard(place, place.moderator), await openCard(place, place.nora)];
    const status = (await nora.locator(".decided dt").first().innerText()).trim();
    const decide = async (value: string, reason?: string) => {
      const dialog = await begin(mona, `Decide: ${status}`);
      await dialog.getByLabel(status).selectOption({ label: value });
      if (reason) await dialog.getByLabel("Reason").fill(reason);
      await dialog.getByRole("button", { name: "Decide", exact: true }).click();
      return dialog;
    };
    expect(await nora.getByRole("button", { name: /^Decide/ }).count()).toBe(0);
    await (await decide("Agreed")).waitFor({ state: "detached" });
    await nora.locator(".decided dd").getByText("Agreed", { exact: true }).first().waitFor();
    const back = await decide("Draft");
    await back.getByText("This needs a reason.").waitFor();
    await back.getByLabel("Reason").fill("The addressee has changed.");
    await back.getByRole("button", { name: "Decide", exact: true }).click();
    await back.waitFor({ state: "detached" });
    await nora.getByText(/^History: 2 entries/).click();
    await nora.getByText("The addressee has changed.").waitFor();
    await picture(nora, "decisions-value");
  });
});
