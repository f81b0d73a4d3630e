import { parseCookie, stringifySetCookie } from "cookie";
import type { Config } from "../config.ts";
import { SESSION_DAYS } from "./start-session.ts";

type Address = Pick<Config, "publicUrl">;

const isHttps = ({ publicUrl }: Address) => publicUrl.startsWith("https:");

/**
 * Under https browsers take a `__Host-` cookie from this very host and over TLS only, so that no neighbour under
 * the same domain can slip one of theirs in. Over plain http they take no such name.
 */
export const sessionCookieName = (config: Address): string =>
  isHttps(config) ? "__Host-tavolo_session" : "tavolo_session";

const attributes = (config: Address) =>
  ({
    name: sessionCookieName(config),
    path: "/",
    httpOnly: true,
    // Lax, not Strict: a link from a mail opens the board signed in. Writes are POST and sockets check Origin.
    sameSite: "lax",
    secure: isHttps(config),
  }) as const;

/** The `Set-Cookie` header of a sign-in. */
export const sessionCookie = (config: Address, token: string): string =>
  stringifySetCookie({ ...attributes(config), value: token, maxAge: SESSION_DAYS * 86_400 });

/** The `Set-Cookie` header of a sign-out. */
export const endedSessionCookie = (config: Address): string =>
  stringifySetCookie({ ...attributes(config), value: "", maxAge: 0 });

/** The session token in a `Cookie` header. */
export const sessionTokenOf = (config: Address, header: string | undefined): string | undefined =>
  header === undefined ? undefined : parseCookie(header)[sessionCookieName(config)];
