import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { expectAccessible, useBrowser } from "../support/browser.ts";
import { setTable } from "../support/sign-in.ts";
import { startTestServer } from "../support/start-test-server.ts";
import { layNotes, openBoard } from "./board-page.ts";

const browser = useBrowser();

test("a resident who reads Italian only joins, writes, moves and takes the matrix away", async () => {
  const server = await startTestServer();
  const table = await setTable(server, { display: "NAMED" });
  await layNotes(table, [["S", "Open until 11 pm"]]);
  const { createInvite } = await table.moderator.graphql.run<{ createInvite: { invite: { code: string } } }>(
    `mutation ($input: CreateInviteInput!) { createInvite(input: $input) { invite { code } } }`,
    { input: { workshopId: table.workshopId, role: "CONTRIBUTOR" } },
  );
  const { page } = await browser.person(server, { language: "it", viewport: "phone" });
  await page.goto(`/join/${createInvite.invite.code}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.getByRole("textbox").first().fill("Zigolo");
  await page.getByText("Il Comune").click();
  await page.getByRole("button", { name: "Prendi posto" }).click();
  await page.waitForURL(`**/boards/${table.boardId}`);
  await page.getByText("Salvato", { exact: true }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("it");
  await page.getByText("Chi non viene, e perché?").waitFor();

  const dock = page.getByRole("button", { name: "Aggiungi una nota a Punti di forza" });
  await dock.last().click();
  await page.locator("textarea:focus").fill("Si entra senza dover consumare");
  await page.keyboard.press("Escape");
  const mine = page.locator("[data-note]").filter({ hasText: "Si entra senza dover consumare" });
  expect(await mine.locator("p").first().getAttribute("lang")).toBe("it");
  await page
    .locator("[data-note]")
    .filter({ hasText: "Open until 11 pm" })
    .getByText("scritta in inglese")
    .waitFor({ state: "attached" });

  await mine.getByRole("button", { name: "Sposta in… Si entra senza dover consumare" }).click();
  await page.getByRole("menu").getByText("Sposta «Si entra senza dover consumare» in").waitFor();
  await expectAccessible(page);
  await page.getByRole("menuitemradio", { name: "Opportunità" }).click();
  await page.getByText("Nota spostata in Opportunità").first().waitFor();
  await page.getByRole("button", { name: "Annulla", exact: true }).click();
  await page
    .getByRole("region", { name: "Punti di forza" })
    .locator("[data-note]")
    .filter({ hasText: "Si entra senza" })
    .waitFor();

  await page.getByRole("button", { name: /impostazioni/i }).click();
  await page.getByRole("menuitem", { name: "Porta via la matrice…" }).click();
  await page.getByRole("radio", { name: /^Tabella/ }).check();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Scarica" }).click();
  const csv = await readFile(await (await download).path(), "utf8");
  expect(csv).toContain("Punti di forza");
  expect(csv).toContain("Si entra senza dover consumare");
});

test("every dialog of the board speaks Italian to a screen reader", async () => {
  const server = await startTestServer();
  const table = await setTable(server);
  await layNotes(table, [["S", "Open until 11 pm"]]);
  const { page } = await openBoard(browser, server, table, table.moderator, { language: "it" });
  const dialog = page.getByRole("dialog");
  const close = async () => {
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  };
  await page.keyboard.press("?");
  await dialog.getByText("Le singole lettere sono comandi").waitFor();
  await close();
  await page.keyboard.press("Control+k");
  await dialog.getByPlaceholder("Che cosa vuoi fare?").waitFor();
  await close();
  await page.getByRole("button", { name: "Filtra" }).click();
  await dialog.getByLabel("Fattore locale").waitFor();
  await close();
  await page.getByRole("button", { name: "Congela…" }).click();
  await dialog.getByText("Una frase che chiunque alla lavagna legge").waitFor();
  await close();
  await page.locator("[data-note]").first().focus();
  await page.keyboard.press("d");
  await dialog.getByText("Diritti della Carta UE").first().waitFor();
  await close();
  await page.locator("[data-note]:focus").waitFor();
});
