import { makeWayIn } from "./accounts/make-way-in.ts";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { DatabaseError } from "./database/database-error.ts";
import { describeFault } from "./describe-fault.ts";
import { ListenError } from "./http/listen.ts";
import { createLog, type Log } from "./log.ts";
import { type RunningServer, startServer } from "./start-server.ts";
import { beginNewGenerations } from "./upkeep/begin-new-generations.ts";
import { checkBoards } from "./upkeep/check-boards.ts";
import { UsageError } from "./upkeep/wanted-boards.ts";
import { welcome } from "./welcome.ts";

/** What takes longer to close than this is not waited for. */
const CLOSE_TIMEOUT_MS = 10_000;

/** A launcher hands on the Ctrl+C that the terminal has sent to both: that is one signal, not two. */
const SAME_SIGNAL_MS = 1_000;

/**
 * Node cuts small buffers out of larger ones, of 64 KiB by itself, and one that stays for a while keeps all of it: while
 * hundreds of boards are opened that is more than what they hold.
 */
Buffer.poolSize = 8 * 1024;

/** For people, on stderr: stdout carries the log alone. */
const tell = (line: string) => void process.stderr.write(`${line}\n`);

/** `pnpm sign-in-link [address]`: for an administrator, or an account, that has lost every other way in. */
const printWayIn = async (config: Config, address: string | undefined): Promise<void> => {
  const url = await makeWayIn(config, address);
  const nobody = address
    ? "No account has this address."
    : "There is no administrator yet: a start prints the set-up link.";
  tell(url ? `Signs in once, within an hour; a new password can be chosen then:\n${url}` : nobody);
  process.exit(url ? 0 : 1);
};

/** Commands for whoever looks after the server; each tells what it found and answers whether all is well. */
const UPKEEP = { "check-board": checkBoards, "begin-new-generation": beginNewGenerations };

const isUpkeep = (command: string | undefined): command is keyof typeof UPKEEP =>
  Object.hasOwn(UPKEEP, command ?? "");

const run = async (): Promise<void> => {
  const config = loadConfig(process.env);
  const [command, ...words] = process.argv.slice(2);
  if (command === "sign-in-link") return printWayIn(config, words[0]);
  if (isUpkeep(command)) process.exit((await UPKEEP[command](config, words, tell)) ? 0 : 1);
  const log = createLog(config.logLevel);
  const server = await startServer(config, { log, tell });
  tell(welcome(server));
  closeOnSignal(server, log);
};

const closeOnSignal = (server: RunningServer, log: Log): void => {
  let closingSince: number | null = null;
  const close = (signal: NodeJS.Signals) => {
    if (closingSince !== null) {
      // Asked twice: whoever asks does not want to wait.
      if (performance.now() - closingSince > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    closingSince = performance.now();
    tell("Closing: saving what is under way …");
    log.info({ signal }, "closing");
    setTimeout(() => process.exit(1), CLOSE_TIMEOUT_MS).unref();
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.fatal({ fault: describeFault(error) }, "not closed");
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", close);
  process.on("SIGTERM", close);
};

run().catch((error: unknown) => {
  const expected =
    error instanceof ConfigError ||
    error instanceof DatabaseError ||
    error instanceof ListenError ||
    error instanceof UsageError;
  if (!expected) createLog("info").fatal({ fault: describeFault(error) }, "not started");
  tell(expected ? error.message : "Tavolo could not start; the line above says why.");
  process.exit(1);
});
