import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { GraphQLClient } from "../support/graphql-client.ts";

const START = fileURLToPath(new URL("../../server/bin/start.mjs", import.meta.url));
const READY = "Stop with Ctrl+C.";

type Process = ChildProcessByStdio<null, Readable, Readable>;

const environment = () => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  npm_execpath: process.env.npm_execpath,
  PORT: "0",
});

/** What `pnpm start` runs, as a process of its own. */
const start = (env: Record<string, string>, nodeOptions: string[] = [], words: string[] = []) => {
  const child: Process = spawn(process.execPath, [...nodeOptions, START, ...words], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      npm_execpath: process.env.npm_execpath,
      PORT: "0",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => (output.stdout += String(chunk)));
  child.stderr.on("data", (chunk) => (output.stderr += String(chunk)));
  const exited = once(child, "close").then(([code]) => code as number | null);

  return {
    child,
    output,
    exited,
    /** Resolves once the closing words of the start have been read. */
    ready: async () => {
      const said = new Promise<void>((resolve) => {
        child.stderr.on("data", () => output.stderr.includes(READY) && resolve());
      });
      const early = exited.then((code) => {
        throw new Error(`The start ended with ${code}: ${output.stderr}`);
      });
      await Promise.race([said, early]);
    },
    /** What it said and how it ended. */
    refusal: async () => ({ code: await exited, sentence: output.stderr.trim().split("\n").at(-1) }),
  };
};

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "tavolo-start-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const linkOf = (text: string, label: string) => new RegExp(`${label} +(\\S+)`).exec(text)?.[1] ?? "";

const signIn = async (link: string) => {
  const { origin, hash } = new URL(link);
  const { data } = await new GraphQLClient(origin).send<{
    signInWithLink: { viewer: { displayName: string } };
  }>("mutation ($token: String!) { signInWithLink(input: { token: $token }) { viewer { displayName } } }", {
    token: hash.slice(1),
  });
  return data?.signInWithLink.viewer;
};

describe("start", () => {
  it("says what it does, how to get in, and stops cleanly when asked to", async () => {
    const DATA_DIR = newFolder();
    const first = start({ DATA_DIR });
    await first.ready();
    const { stderr } = first.output;
    expect(stderr).toContain(`Opening the embedded database in ${DATA_DIR} …`);
    expect(stderr).toContain("Preparing the demonstration workshop …");

    const url = linkOf(stderr, "Open");
    expect(await (await fetch(`${url}/readyz`)).text()).toBe("ready\n");
    expect((await fetch(linkOf(stderr, "GraphQL"), { headers: { accept: "text/html" } })).status).toBe(200);
    for (const label of ["Moderator", "Participant", "Administrator"]) {
      const link = linkOf(stderr, label);
      const screen = label === "Administrator" ? "set-up" : "sign-in";
      expect(link).toMatch(new RegExp(`^${url}/${screen}#[\\w-]{43}$`));
      expect(await signIn(link)).toBeDefined();
      expect(await signIn(link)).toBeUndefined();
    }

    first.child.kill("SIGTERM");
    expect(await first.exited).toBe(0);

    const second = start({ DATA_DIR });
    await second.ready();
    // An administrator has signed in; the demonstration’s people get new links.
    expect(second.output.stderr).not.toContain("Administrator");
    expect(await signIn(linkOf(second.output.stderr, "Moderator"))).toBeDefined();
    const check = () => start({ DATA_DIR }, [], ["check-board", "--all"]).refusal();
    expect((await check()).sentence).toContain(`The data folder is in use by process ${second.child.pid}`);
    second.child.kill("SIGINT");
    expect(await second.exited).toBe(0);
    expect(await check()).toEqual({ code: 0, sentence: "6 boards looked at, 0 differ." });
    expect(await start({ DATA_DIR }, [], ["begin-new-generation", "everything"]).refusal()).toEqual({
      code: 1,
      sentence:
        "Name boards by their ids, or all of them: pnpm begin-new-generation BOARD …  or  pnpm begin-new-generation --all",
    });
  });

  it("makes a way in for an administrator who has lost every other", async () => {
    const DATA_DIR = newFolder();
    const wayIn = () => start({ DATA_DIR, PORT: "4000" }, [], ["sign-in-link"]);
    expect(await wayIn().refusal()).toEqual({
      code: 1,
      sentence: "There is no administrator yet: a start prints the set-up link.",
    });
    const first = start({ DATA_DIR, DEMO: "0" });
    await first.ready();
    await signIn(linkOf(first.output.stderr, "Administrator"));
    first.child.kill("SIGTERM");
    await first.exited;

    const { code, sentence = "" } = await wayIn().refusal();
    expect(code).toBe(0);
    expect(sentence).toMatch(/^http:\/\/127\.0\.0\.1:4000\/sign-in\?then=account#[\w-]{43}$/);
    const second = start({ DATA_DIR, DEMO: "0" });
    await second.ready();
    expect(await signIn(linkOf(second.output.stderr, "Open") + new URL(sentence).hash)).toBeDefined();
  });

  it("writes JSON lines and nothing else to stdout", async () => {
    const server = start({ DATA_DIR: newFolder(), DEMO: "0", LOG_LEVEL: "info" });
    await server.ready();
    server.child.kill("SIGTERM");
    await server.exited;
    const lines = server.output.stdout.trim().split("\n");
    const messages = lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(messages).toContain("listening");
    expect(server.output.stdout).not.toContain("sign-in");
  });

  it("comes up again on a folder whose server was killed", async () => {
    const DATA_DIR = newFolder();
    const killed = start({ DATA_DIR, DEMO: "0" });
    await killed.ready();
    killed.child.kill("SIGKILL");
    await killed.exited;
    await start({ DATA_DIR, DEMO: "0" }).ready();
  });
});

describe("start, once the program that launched it is gone,", () => {
  it("closes too, and leaves neither port nor folder behind", async () => {
    const DATA_DIR = newFolder();
    const launcher = spawn(
      process.execPath,
      [
        "-e",
        `process.title = "pnpm start"; require("node:child_process").spawn(process.execPath, [${JSON.stringify(START)}], { stdio: "inherit" })`,
      ],
      { env: { ...environment(), DATA_DIR, DEMO: "0" }, stdio: ["ignore", "ignore", "pipe"] },
    );
    let said = "";
    // Ends when the last process that holds it has ended: the server itself.
    const ended = once(launcher.stderr, "end");
    launcher.stderr.on("data", (chunk) => {
      said += String(chunk);
      if (said.includes(READY)) launcher.kill("SIGKILL");
    });
    await ended;
    expect(said).toContain("Closing: saving what is under way …");
    await start({ DATA_DIR, DEMO: "0" }).ready();
  });
});

describe("start refuses with one sentence and exit code 1", () => {
  it("where the port is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    onTestFinished(() => void other.close());
    const { port } = other.address() as { port: number };
    expect(await start({ PORT: String(port), DATA_DIR: newFolder() }).refusal()).toEqual({
      code: 1,
      sentence: `Port ${port} on 127.0.0.1 is in use: stop the other program or choose another port, as PORT=${port + 1}.`,
    });
  });

  it("where another server has the data folder", async () => {
    const DATA_DIR = newFolder();
    const holder = start({ DATA_DIR, DEMO: "0" });
    await holder.ready();
    const { code, sentence } = await start({ DATA_DIR }).refusal();
    expect(code).toBe(1);
    expect(sentence).toMatch(
      new RegExp(
        `^The data folder is in use by process ${holder.child.pid} on \\S+ since \\S+: stop that server`,
      ),
    );
  });

  it("where the database does not answer", async () => {
    expect(await start({ DATABASE_URL: "postgresql://tavolo@127.0.0.1:1/tavolo" }).refusal()).toEqual({
      code: 1,
      sentence:
        "The database postgresql://tavolo@127.0.0.1:1/tavolo cannot be used: nothing answers there (ECONNREFUSED). Check DATABASE_URL.",
    });
  });

  it("where a setting cannot be used", async () => {
    expect(await start({ PORT: "many" }).refusal()).toEqual({
      code: 1,
      sentence: "The setting PORT cannot be used: it needs a number.",
    });
  });

  it("on the wrong Node", async () => {
    const pretend = `data:text/javascript,${encodeURIComponent(
      'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.20.2" } });',
    )}`;
    expect(await start({}, ["--import", pretend]).refusal()).toEqual({
      code: 1,
      sentence:
        "Tavolo needs Node 24, this is 20.20.2: start it by `npx -y pnpm@12 start`, which brings its own.",
    });
  });
});
