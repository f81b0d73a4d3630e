import { expect, test } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { useTestServer } from "../support/start-test-server.ts";

const server = useTestServer();
const browser = useBrowser();

test("GraphiQL edits and runs a query under its policy, asking nobody else for anything", async () => {
  const { page } = await browser.person(server);
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url)) foreign.push(request.url());
  });
  await page.goto(`/graphql?query=${encodeURIComponent("{ templates { id } }")}`);
  // The editor takes a moment to be one; before, there is nothing to run.
  await page.locator(".view-line", { hasText: "templates" }).first().waitFor();
  await page.getByRole("button", { name: /^Execute query/ }).click();
  await page.locator(".result-window", { hasText: "civic-space-swot" }).waitFor();
  // The schema has been read, so that the editor can help.
  await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
  await page.getByRole("link", { name: "Query", exact: true }).click();
  await page.getByText("What can be read.").waitFor();
  expect(foreign).toEqual([]);
});
