import type { ServerResponse } from "node:http";
import type { Config } from "../config.ts";

const policy = (directives: Record<string, string>) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");

const sockets = (origins: readonly string[]) =>
  origins.filter((origin) => !origin.includes("[")).map((origin) => origin.replace(/^http/, "ws"));

/** The client’s: scripts and styles from our own files alone, no frame around us. */
const clientPolicy = ({ origins }: Pick<Config, "origins">) =>
  policy({
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    // Not every browser counts the socket as 'self', and none takes a bracketed address.
    "connect-src": ["'self'", ...sockets(origins)].join(" "),
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  });

/** GraphiQL’s editor writes style elements and draws with data: images and fonts. */
export const graphiqlPolicy = (config: Pick<Config, "origins">): string =>
  clientPolicy(config)
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("font-src 'self'", "font-src 'self' data:");

/** Sets what every answer carries. */
export const secureHeaders = (config: Pick<Config, "origins" | "publicUrl">) => {
  const headers: Record<string, string> = {
    "content-security-policy": clientPolicy(config),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    ...(config.publicUrl.startsWith("https:") && { "strict-transport-security": "max-age=31536000" }),
  };
  return (response: ServerResponse): void => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  };
};
