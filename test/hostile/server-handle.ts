import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A board with tokens of one honest person and of hostile ones, the last of whom may only read. */
export interface Target {
  readonly url: string;
  readonly boardId: string;
  readonly honest: string;
  readonly hostile: readonly string[];
}

export interface Answers {
  board: Target;
  /** What the journal of a board holds, as an update in base64. */
  journal: { readonly document: string };
  /** Frames heard so far, the most CPU that one of them took, and what the process holds once it has cleaned up. */
  cost: { readonly frames: number; readonly slowestMs: number; readonly residentBytes: number };
}

export interface Request {
  readonly kind: keyof Answers;
  /** Which board’s journal. */
  readonly boardId: string;
}

/** A metered server in a process of its own. */
export interface ServerHandle {
  ask<Kind extends keyof Answers>(kind: Kind, boardId?: string): Promise<Answers[Kind]>;
  /** Whether the process has ended by itself. */
  hasExited(): boolean;
  stop(): Promise<void>;
}

export async function startMeteredServer(): Promise<ServerHandle> {
  const folder = await mkdtemp(join(tmpdir(), "tavolo-hostile-"));
  const server: ChildProcess = fork(new URL("./server-process.ts", import.meta.url), {
    execArgv: ["--import", "@oxc-node/core/register", "--expose-gc"],
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: "" },
  });
  await once(server, "message");
  let exited = false;
  const end = once(server, "exit").then(() => {
    exited = true;
  });
  let last: Promise<unknown> = Promise.resolve();
  return {
    ask(kind, boardId = "") {
      const answer = last.then(async () => {
        const answered = once(server, "message");
        server.send({ kind, boardId } satisfies Request);
        const [message] = await Promise.race([
          answered,
          end.then(() => Promise.reject(new Error("The server has ended."))),
        ]);
        return message;
      });
      last = answer.catch(() => {});
      return answer;
    },
    hasExited: () => exited,
    async stop() {
      server.kill("SIGKILL");
      await end;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
