import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";

const flag = z.enum(["0", "1", "false", "true"]).transform((value) => value === "1" || value === "true");

const httpUrl = z.url({ protocol: /^https?$/ }).transform((value) => new URL(value));

/**
 * Every variable the server reads. README.md repeats this table for administrators.
 *
 * | variable | default | meaning |
 * |---|---|---|
 * | `PORT` | `4000` | port to listen on; `0` takes any free one |
 * | `HOST` | `127.0.0.1` | address to listen on |
 * | `PUBLIC_URL` | `http://HOST:PORT` | address that people open; links, allowed Origins and the cookie’s `Secure` follow from it |
 * | `TRUST_PROXY` | `0` | `1` where a reverse proxy sets `X-Forwarded-For` |
 * | `DATABASE_URL` | – | `postgresql://…`, version 15 or later; without it the embedded database is used |
 * | `DATA_DIR` | `.data` | folder of the embedded database; `memory://` keeps nothing |
 * | `DEMO` | `1` embedded, `0` PostgreSQL | loads the demonstration workshop once |
 * | `LOG_LEVEL` | `info` | `fatal` `error` `warn` `info` `debug` `trace` `silent` |
 */
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().min(1).default("127.0.0.1"),
  PUBLIC_URL: httpUrl.optional(),
  TRUST_PROXY: flag.default(false),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().min(1).default(".data"),
  DEMO: flag.optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export interface Config {
  port: number;
  host: string;
  /** Without a trailing slash. While `port` is 0 it is known only once the server listens. */
  publicUrl: string;
  /** Whether `publicUrl` was given; otherwise it follows the port that was taken. */
  publicUrlGiven: boolean;
  trustProxy: boolean;
  database: { kind: "postgresql"; url: string } | { kind: "embedded"; dataDir: string };
  demo: boolean;
  logLevel: string;
}

/** A setting that cannot be used; its message names the variable and what it needs. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** Reads the settings from an environment, purely; throws ConfigError. An empty variable counts as absent. */
export const loadConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const read = environment.safeParse(given);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new ConfigError(`The setting ${issue?.path.join(".")} cannot be used: ${issue?.message}.`);
  }
  const { PORT, HOST, PUBLIC_URL, TRUST_PROXY, DATABASE_URL, DATA_DIR, DEMO, LOG_LEVEL } = read.data;
  return {
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL ? withoutTrailingSlash(PUBLIC_URL.href) : localUrl(HOST, PORT),
    publicUrlGiven: PUBLIC_URL !== undefined,
    trustProxy: TRUST_PROXY,
    database: DATABASE_URL
      ? { kind: "postgresql", url: DATABASE_URL }
      : { kind: "embedded", dataDir: DATA_DIR === "memory://" ? DATA_DIR : resolve(DATA_DIR) },
    demo: DEMO ?? DATABASE_URL === undefined,
    logLevel: LOG_LEVEL,
  };
};

/** The address a browser on this machine reaches the server at. */
export const localUrl = (host: string, port: number): string => {
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = everywhere ? "localhost" : isIP(host) === 6 ? `[${host}]` : host;
  return `http://${name}:${port}`;
};

const withoutTrailingSlash = (url: string) => url.replace(/\/+$/, "");
