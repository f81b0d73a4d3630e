import { isLoopback } from "./http/is-loopback.ts";
import type { Config } from "./config.ts";
import type { RunningServer } from "./start-server.ts";

/** What a person reads once the server listens: where to go and how to get in. */
export const welcome = ({ url, config, links }: Pick<RunningServer, "url" | "config" | "links">): string => {
  const rows: [string, string][] = [
    ["Open", url],
    ["GraphQL", `${url}/graphql`],
  ];
  const signIn: [string, string][] = [];
  if (links.demo) {
    const [one, other] = links.demo.participantLinks;
    signIn.push(["Moderator", links.demo.moderatorLink], ["Participant", one], ["Participant", other]);
    rows.push(["Demo project", links.demo.projectUrl], ["Demo board", links.demo.boardUrl]);
  }
  if (links.setUp) signIn.push(["Administrator", links.setUp]);

  return [
    "",
    "Tavolo is ready.",
    "",
    ...table(rows),
    ...(signIn.length > 0
      ? ["", "Sign in (each link works once; a new start makes new ones):", "", ...table(signIn)]
      : []),
    ...(isUnprotected(config) ? ["", UNPROTECTED] : []),
    ...(isProxyUnknown(config) ? ["", PROXY_UNKNOWN] : []),
    "",
    "Stop with Ctrl+C.",
    "",
  ].join("\n");
};

const UNPROTECTED =
  "Warning: other machines can reach this server and nothing encrypts what they send. " +
  "Put a proxy with TLS in front and set PUBLIC_URL to its https address.";

/** Reachable from elsewhere without TLS in front. */
export const isUnprotected = ({ host, publicUrl }: Pick<Config, "host" | "publicUrl">): boolean =>
  !isLoopback(host) && !publicUrl.startsWith("https:");

const PROXY_UNKNOWN =
  "Warning: a proxy seems to stand in front, since PUBLIC_URL is an https address, but TRUST_PROXY is not 1. " +
  "All visitors seem to come from one address, so that the limits for one stop everybody.";

/** Behind a proxy that terminates TLS, without taking its word for where people come from. */
export const isProxyUnknown = ({
  publicUrl,
  trustProxy,
}: Pick<Config, "publicUrl" | "trustProxy">): boolean => publicUrl.startsWith("https:") && !trustProxy;

const table = (rows: readonly [string, string][]): string[] => {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`);
};
