import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const ENTRY = new URL("./server-process.ts", import.meta.url).pathname;

/** A server process that has loaded everything but its database: loading takes longer than a kill round. */
export class StandbyServer {
  readonly #process: ChildProcess;

  constructor(env: Readonly<Record<string, string>>, flags: readonly string[] = []) {
    this.#process = spawn(
      process.execPath,
      ["--import", "@oxc-node/core/register", ENTRY, "--stand-by", ...flags],
      {
        env: { ...process.env, DEMO: "0", LOG_LEVEL: "silent", ...env },
        stdio: ["pipe", "pipe", "inherit"],
      },
    );
    // It may be gone before it reads what it is told.
    this.#process.stdin?.on("error", () => {});
  }

  get pid(): number {
    return this.#process.pid!;
  }

  /** How it ended, such as `SIGKILL` or `0`; null while it runs. */
  get ended(): string | null {
    const { signalCode, exitCode } = this.#process;
    return signalCode ?? (exitCode === null ? null : String(exitCode));
  }

  /** Opens the database and listens; answers with the address. */
  async start(): Promise<string> {
    this.tell("start");
    const listens = once(createInterface({ input: this.#process.stdout! }), "line").then(([url]) =>
      String(url),
    );
    const ends = once(this.#process, "exit").then(() => {
      throw new Error(`The server ended before it listened (${this.ended}).`);
    });
    // Later its end is no news.
    ends.catch(() => {});
    return Promise.race([listens, ends]);
  }

  tell(order: string): void {
    this.#process.stdin?.write(`${order}\n`);
  }

  kill(signal: NodeJS.Signals = "SIGKILL"): void {
    this.#process.kill(signal);
  }

  async exited(): Promise<void> {
    if (this.ended === null) await once(this.#process, "exit");
  }

  /** Ends it, however far it has come. */
  async end(): Promise<void> {
    if (this.ended !== null) return;
    const exited = once(this.#process, "exit");
    this.kill();
    await exited;
  }
}
