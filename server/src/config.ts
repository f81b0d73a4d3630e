import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";

const flag = z
  .enum(["0", "1", "false", "true"], { error: "it needs 1 for yes or 0 for no" })
  .transform((value) => value === "1" || value === "true");

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const addresses = z.string().transform((list, context) => {
  const urls = list.split(",").map((url) => URL.parse(url.trim()));
  const problem = problemWith(urls);
  if (!problem) return urls as URL[];
  context.addIssue({ code: "custom", message: problem });
  return z.NEVER;
});

const problemWith = (urls: readonly (URL | null)[]): string | null => {
  if (!urls.every((url) => url?.protocol === "https:" || url?.protocol === "http:"))
    return "it needs a web address such as https://tavolo.example.org";
  if (!urls.every((url) => url && url.href === `${url.origin}/`))
    return "it needs the address alone, without a path, a name or a password in it: Tavolo stands at the root of its host";
  // The cookie is Secure for all of them or for none, and nobody could sign in at the others.
  if (new Set(urls.map((url) => url?.protocol)).size > 1)
    return "its addresses need to be all https or all http";
  return null;
};

/**
 * Every variable the server reads; README.md repeats this table for administrators. An empty one counts as absent.
 *
 * | variable | default | meaning |
 * |---|---|---|
 * | `PORT` | `4000` | port to listen on; `0` takes any free one |
 * | `HOST` | `127.0.0.1` | address to listen on |
 * | `PUBLIC_URL` | `http://HOST:PORT` | address that people open: links, allowed Origins and the cookie’s `Secure` follow from it; further addresses after a comma are allowed as Origins too |
 * | `TRUST_PROXY` | `0` | `1` where a reverse proxy in front sets `X-Request-Id` and adds to `X-Forwarded-For` |
 * | `DATABASE_URL` | – | `postgresql://…`, version 15 or later; without it the embedded database is used |
 * | `DATA_DIR` | `.data` | folder of the embedded database; `memory://` keeps nothing |
 * | `DEMO` | `1` embedded, `0` PostgreSQL | loads the demonstration workshop, once |
 * | `LOG_LEVEL` | `info` | `fatal` `error` `warn` `info` `debug` `trace` `silent` |
 */
const environment = z.object({
  PORT: z.coerce
    .number("it needs a number")
    .refine((port) => Number.isInteger(port) && port >= 0 && port <= 65_535, {
      error: "it needs a whole number from 0 to 65535",
    })
    .default(4000),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: addresses.optional(),
  TRUST_PROXY: flag.default(false),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: "it needs an address such as postgresql://user@host:5432/tavolo",
    })
    .optional(),
  DATA_DIR: z.string().default(".data"),
  DEMO: flag.optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `it needs one of ${logLevels.join(", ")}` }).default("info"),
});

export interface Config {
  port: number;
  host: string;
  /** Without a trailing slash. While `port` is 0 it is known only once the server listens. */
  publicUrl: string;
  /** The Origins that browsers may open sockets from. */
  origins: readonly string[];
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

/** Reads the settings from an environment, purely; throws ConfigError. */
export const loadConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const read = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value)));
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    throw new ConfigError(`The setting ${path.join(".")} cannot be used: ${message}.`);
  }
  const { PORT, HOST, PUBLIC_URL, TRUST_PROXY, DATABASE_URL, DATA_DIR, DEMO, LOG_LEVEL } = read.data;
  return {
    port: PORT,
    host: HOST,
    ...(PUBLIC_URL ? givenAddress(PUBLIC_URL) : localAddress(HOST, PORT)),
    publicUrlGiven: PUBLIC_URL !== undefined,
    trustProxy: TRUST_PROXY,
    database: DATABASE_URL
      ? { kind: "postgresql", url: DATABASE_URL }
      : { kind: "embedded", dataDir: DATA_DIR === "memory://" ? DATA_DIR : resolve(DATA_DIR) },
    demo: DEMO ?? DATABASE_URL === undefined,
    logLevel: LOG_LEVEL,
  };
};

/** The settings once the server listens: without a PUBLIC_URL the address follows the port that was taken. */
export const listeningOn = (config: Config, port: number): Config => ({
  ...config,
  port,
  ...(!config.publicUrlGiven && localAddress(config.host, port)),
});

const givenAddress = (urls: readonly URL[]) => ({
  publicUrl: urls[0]!.origin,
  origins: urls.map(({ origin }) => origin),
});

/** Where a browser on this machine finds the server; it may call itself by any of the loopback’s names. */
const localAddress = (host: string, port: number) => {
  const everywhere = host === "0.0.0.0" || host === "::";
  const named = isIP(host) === 6 ? `[${host}]` : host;
  const loopback = ["127.0.0.1", "localhost", "[::1]"];
  const names = everywhere
    ? ["localhost", ...loopback]
    : loopback.includes(named)
      ? [named, ...loopback]
      : [named];
  const origins = [...new Set(names)].map((name) => new URL(`http://${name}:${port}`).origin);
  return { publicUrl: `http://${names[0]}:${port}`, origins };
};
