import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { pinnedTo, SERVER_CORE } from "../pinning.ts";
import type { Answer, Question } from "./questions.ts";

/** What a process has used. */
export interface Usage {
  readonly cpuSeconds: number;
  readonly residentBytes: number;
  /** Objects and strings that are there, and what lies outside of the heap for them. */
  readonly heapBytes: number;
  readonly externalBytes: number;
}

/** A server in a process of its own, on its own core. */
export interface MeasuredProcess {
  readonly port: number;
  usage(): Promise<Usage>;
  /** Collects its garbage and gives free pages back, so that its memory is what it keeps. */
  collect(): Promise<void>;
  startProfile(): Promise<void>;
  writeProfile(file: string): Promise<void>;
  stop(): Promise<void>;
}

const REPORTER = new URL("./report-usage.ts", import.meta.url).href;
const STOP_WITHIN_MS = 10_000;

/** Starts a program and resolves when it listens; it is the same Node under the same options for all. */
export async function startMeasured(
  program: URL,
  env: Readonly<Record<string, string>>,
): Promise<MeasuredProcess> {
  const [command, ...args] = pinnedTo(SERVER_CORE, [
    process.execPath,
    "--expose-gc",
    "--import",
    REPORTER,
    fileURLToPath(program),
  ]);
  const child = spawn(command!, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let said = "";
  child.stderr!.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-4_000);
  });
  const gone = once(child, "exit").then(([code]) => {
    throw new Error(`${program.pathname} ended with ${code}: ${said}`);
  });
  // It is looked at while an answer is awaited; after that the end is no surprise.
  gone.catch(() => {});
  const ask = async (question: Question): Promise<Answer> => {
    child.send(question);
    return Promise.race([hear(child), gone]);
  };
  const { port } = await Promise.race([hear(child), gone]);
  return {
    port: port!,
    async usage() {
      const { cpuSeconds, residentBytes, heapBytes, externalBytes } = await ask({ ask: "usage" });
      return {
        cpuSeconds: cpuSeconds!,
        residentBytes: residentBytes!,
        heapBytes: heapBytes!,
        externalBytes: externalBytes!,
      };
    },
    collect: async () => void (await ask({ ask: "collect" })),
    startProfile: async () => void (await ask({ ask: "profile" })),
    writeProfile: async (file) => void (await ask({ ask: "profiled", file })),
    async stop() {
      const ended = gone.catch(() => {});
      child.kill("SIGTERM");
      const tooLate = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
      await ended;
      clearTimeout(tooLate);
    },
  };
}

async function hear(child: ChildProcess): Promise<Answer> {
  const [answer] = await once(child, "message");
  return answer as Answer;
}
