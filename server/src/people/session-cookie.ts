import { parseCookie, stringifySetCookie } from "cookie";
import type { Config } from "../config.ts";
import { SESSION_DAYS } from "./start-session.ts";

export const SESSION_COOKIE = "tavolo_session";

const attributes = (config: Pick<Config, "publicUrl">) =>
  ({
    name: SESSION_COOKIE,
    path: "/",
    httpOnly: true,
    // Lax, not Strict: a link from a mail opens the board signed in. Writes are POST and sockets check Origin.
    sameSite: "lax",
    secure: config.publicUrl.startsWith("https:"),
  }) as const;

/** The `Set-Cookie` header of a sign-in. */
export const sessionCookie = (config: Pick<Config, "publicUrl">, token: string): string =>
  stringifySetCookie({ ...attributes(config), value: token, maxAge: SESSION_DAYS * 86_400 });

/** The `Set-Cookie` header of a sign-out. */
export const endedSessionCookie = (config: Pick<Config, "publicUrl">): string =>
  stringifySetCookie({ ...attributes(config), value: "", maxAge: 0 });

/** The session token in a `Cookie` header. */
export const sessionTokenOf = (header: string | undefined): string | undefined =>
  header === undefined ? undefined : parseCookie(header)[SESSION_COOKIE];
