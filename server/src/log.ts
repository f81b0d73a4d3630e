import { pino, type DestinationStream, type Logger } from "pino";
import { describeFault } from "./describe-fault.ts";

export type Log = Logger;

/** JSON lines; nothing that people write, and no token or cookie, ever goes in. */
export const createLog = (level: string, destination?: DestinationStream): Log => {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // Whatever is logged as an error goes through this: its message may quote what people wrote.
    serializers: { err: describeFault },
    formatters: { level: (label: string) => ({ level: label }) },
  };
  // At once: the last lines before an exit are the ones that are looked for.
  return pino(options, destination ?? pino.destination({ dest: 1, sync: true }));
};

/** For tests that do not look at the log. */
export const silentLog = (): Log => pino({ level: "silent" });
