import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";

const flag = z
  .enum(["0", "1", "false", "true"], { error: "it needs 1 for yes or 0 for no" })
  .transform((value) => value === "1" || value === "true");

/** Fewer could be tried out. */
const SHORTEST_TOKEN = 16;

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

// A secret goes to it; only on this very machine may that be in the clear.
const issuer = z.string().refine(
  (value) => {
    const url = URL.parse(value);
    return url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  },
  { error: "it needs an https address such as https://login.example.org" },
);

const isLoopback = (host: string) => ["localhost", "127.0.0.1", "[::1]"].includes(host);

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
 * | `SMTP_URL` | – | mail server such as `smtps://user:password@mail.example.org`; without it one-time links are shown to be passed on |
 * | `MAIL_FROM` | `Tavolo <no-reply@…>` | sender of mails; the default names the host of `PUBLIC_URL` |
 * | `OIDC_ISSUER` | – | address of an OpenID Connect provider for signing in; with it go `OIDC_CLIENT_ID` and `OIDC_CLIENT_SECRET` |
 * | `OIDC_NAME` | host of the issuer | what the button of the sign-in page calls the provider |
 * | `OIDC_DOMAINS` | any | mail domains, separated by commas, whose people get a new account by the provider |
 * | `METRICS_TOKEN` | – | bearer token that `/metrics` asks for, at least 16 characters; without it the metrics are told on this machine only, and only while `PUBLIC_URL` is not set to another |
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
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: "it needs an address such as smtps://user:password@mail.example.org",
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, {
      error: "it needs a sender such as Tavolo <tavolo@example.org>",
    })
    .optional(),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(40, { error: "it needs a name of at most 40 characters" }).optional(),
  OIDC_DOMAINS: z
    .string()
    .transform((list) => list.split(",").map((domain) => domain.trim().replace(/^@/, "").toLowerCase()))
    .optional(),
  METRICS_TOKEN: z
    .string()
    .min(SHORTEST_TOKEN, { error: `it needs at least ${SHORTEST_TOKEN} characters that nobody can guess` })
    .optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `it needs one of ${logLevels.join(", ")}` }).default("info"),
});

export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call it. */
  name: string;
  /** Mail domains whose people get a new account; null for any. */
  domains: readonly string[] | null;
}

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
  /** Null: one-time links are shown to whoever asks for them, to pass on. */
  smtpUrl: string | null;
  /** Null: named after the public address. */
  mailFrom: string | null;
  /** The sign-in provider; null where there is none. */
  oidc: OidcSettings | null;
  /** What whoever reads `/metrics` brings as a bearer token; null keeps them to this machine. */
  metricsToken: string | null;
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
  const {
    PORT,
    HOST,
    PUBLIC_URL,
    TRUST_PROXY,
    DATABASE_URL,
    DATA_DIR,
    DEMO,
    SMTP_URL,
    MAIL_FROM,
    METRICS_TOKEN,
    LOG_LEVEL,
  } = read.data;
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
    smtpUrl: SMTP_URL ?? null,
    mailFrom: MAIL_FROM ?? null,
    oidc: oidcSettings(read.data),
    metricsToken: METRICS_TOKEN ?? null,
    logLevel: LOG_LEVEL,
  };
};

const oidcSettings = ({
  OIDC_ISSUER,
  OIDC_CLIENT_ID,
  OIDC_CLIENT_SECRET,
  OIDC_NAME,
  OIDC_DOMAINS,
}: z.infer<typeof environment>): OidcSettings | null => {
  if (!OIDC_ISSUER && !OIDC_CLIENT_ID && !OIDC_CLIENT_SECRET) return null;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) {
    throw new ConfigError(
      "The settings OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET cannot be used: either all three or none.",
    );
  }
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: OIDC_NAME ?? new URL(OIDC_ISSUER).hostname,
    domains: OIDC_DOMAINS ?? null,
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
