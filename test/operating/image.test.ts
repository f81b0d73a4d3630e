import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { postgresql, postgresqlAnswers } from "../support/databases.ts";
import { buildImage } from "./build-image.ts";

const settingsOf = async (): Promise<Record<string, string>> => {
  if (!postgresqlAnswers) {
    const folder = mkdtempSync(join(tmpdir(), "tavolo-image-data-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return { DATA_DIR: folder, DEMO: "0" };
  }
  const database = await postgresql.create();
  onTestFinished(() => database.drop());
  return database.settings.kind === "postgresql" ? { DATABASE_URL: database.settings.url } : {};
};

test("the steps of the Dockerfile make a server that starts, answers and stops, with nothing it does not need", async () => {
  const image = buildImage(join(import.meta.dirname, "../.."));
  onTestFinished(() => rmSync(dirname(image.root), { recursive: true, force: true }));

  const packages = readdirSync(join(image.workdir, "server/node_modules"));
  expect(packages).toContain("prom-client");
  for (const development of ["vite", "vitest", "typescript", "graphiql", "react", "playwright-core"])
    expect(packages).not.toContain(development);
  for (const left of ["test", "docs", "server/src", "client/src", "pnpm-lock.yaml"])
    expect(existsSync(join(image.workdir, left)), left).toBe(false);

  const [, ...args] = image.command;
  const server = spawn(process.execPath, args, {
    cwd: image.workdir,
    env: { PATH: process.env.PATH, ...image.env, ...(await settingsOf()), HOST: "127.0.0.1", PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void server.kill("SIGKILL"));
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    server.stderr.on("data", (chunk) => {
      said += String(chunk);
      const address = /Open +(\S+)/.exec(said)?.[1];
      if (address && said.includes("Stop with")) resolve(address);
    });
    server.once("exit", () => reject(new Error(`The server ended: ${said}`)));
  });

  expect(await (await fetch(`${url}/readyz`)).text()).toBe("ready\n");
  expect(await (await fetch(url)).text()).toContain('<div id="app">');
  expect((await fetch(`${url}/graphql`, { headers: { accept: "text/html" } })).status).toBe(200);
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ templates { id } viewer { kind } }" }),
  });
  expect(await answer.json()).toMatchObject({ data: { viewer: { kind: "ANONYMOUS" } } });

  const exited = once(server, "exit");
  server.kill("SIGTERM");
  expect(await exited).toEqual([0, null]);
});
