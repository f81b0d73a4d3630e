import { isIP } from "node:net";
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
    rows.push(["Demo board", links.demo.boardUrl]);
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
    "",
    "Stop with Ctrl+C.",
    "",
  ].join("\n");
};

const UNPROTECTED =
  "Warning: other machines can reach this server and nothing encrypts what they send. " +
  "Put a proxy with TLS in front and set PUBLIC_URL to its https address.";

/** Reachable from elsewhere without TLS in front. */
export const isUnprotected = ({ host, publicUrl }: { host: string; publicUrl: string }): boolean => {
  const loopback = host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
  return !loopback && !publicUrl.startsWith("https:");
};

const table = (rows: readonly [string, string][]): string[] => {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`);
};
