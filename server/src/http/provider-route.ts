import type { IncomingMessage, ServerResponse } from "node:http";
import { parseCookie, stringifySetCookie } from "cookie";
import { findPersonOf, StrangeDomain } from "../accounts/provider/find-person.ts";
import { createSignInProvider, type Journey } from "../accounts/provider/sign-in-provider.ts";
import { createContext, type Services } from "../graphql/create-context.ts";
import { viewerFromRequest } from "../people/viewer-from-request.ts";
import { enter, goOnAs } from "../viewer/go-on-as.ts";
import type { RequestScope } from "./request-scope.ts";
import { plain, type Route } from "./request-handler.ts";

const START = "/sign-in/provider";
const BACK = "/sign-in/provider/back";
/** How long somebody may take at the provider, a second factor included. */
const JOURNEY_SECONDS = 15 * 60;

/** Signs in at the OpenID Connect provider: there by `/sign-in/provider`, back by `/sign-in/provider/back`. */
export const providerRoute = (services: Services): Route => {
  const { config } = services;
  if (!config.oidc) return () => false;
  const { domains } = config.oidc;
  const provider = createSignInProvider(config.oidc, `${config.publicUrl}${BACK}`);

  const attributes = {
    name: "tavolo_journey",
    path: START,
    httpOnly: true,
    // Lax: the way back is a link on the provider’s page.
    sameSite: "lax",
    secure: config.publicUrl.startsWith("https:"),
  } as const;

  const there = async (response: ServerResponse) => {
    const { url, journey } = await provider.begin();
    const value = Buffer.from(JSON.stringify(journey)).toString("base64url");
    response.appendHeader(
      "set-cookie",
      stringifySetCookie({ ...attributes, value, maxAge: JOURNEY_SECONDS }),
    );
    redirect(response, url.href);
  };

  const back = async (request: IncomingMessage, response: ServerResponse, scope: RequestScope) => {
    const journey = journeyOf(parseCookie(request.headers.cookie ?? "")[attributes.name]);
    response.appendHeader("set-cookie", stringifySetCookie({ ...attributes, value: "", maxAge: 0 }));
    const cameBackTo = new URL(request.url ?? "", config.publicUrl);
    if (!journey || cameBackTo.searchParams.has("error"))
      return redirect(response, "/sign-in?problem=refused");
    const identity = await provider.finish(cameBackTo, journey);
    const context = createContext(services, {
      ...scope,
      viewer: await viewerFromRequest(services.orm.em.fork(), request, config),
      headers: request.headers,
      setCookie: (header) => response.appendHeader("set-cookie", header),
    });
    const entered = await context.em.transactional(async (tx) => {
      const language = context.language ?? "en";
      const personId = await findPersonOf(tx, identity, { domains, language });
      return enter(context, tx, { personId, startedBy: "provider" });
    });
    await goOnAs(context, entered);
    redirect(response, "/sign-in?done");
  };

  return async (request, response, { path, ...scope }) => {
    if (path !== START && path !== BACK) return false;
    if (request.method !== "GET") {
      plain(response, 405, "This address is opened, not written to.");
      return true;
    }
    try {
      await (path === START ? there(response) : back(request, response, scope));
    } catch (error) {
      const domain = error instanceof StrangeDomain;
      // Its message may quote what the provider sent.
      const { code, name } = error as { code?: unknown; name?: unknown };
      if (!domain)
        scope.log.warn({ correlationId: scope.correlationId, name, code }, "sign-in at provider failed");
      redirect(response, `/sign-in?problem=${domain ? "domain" : "failed"}`);
    }
    return true;
  };
};

const redirect = (response: ServerResponse, location: string): void => {
  response.writeHead(303, { location, "cache-control": "no-store" });
  response.end();
};

const journeyOf = (cookie: string | undefined): Journey | null => {
  try {
    const { state, nonce, verifier } = JSON.parse(
      Buffer.from(cookie ?? "", "base64url").toString("utf8"),
    ) as Record<string, unknown>;
    return typeof state === "string" && typeof nonce === "string" && typeof verifier === "string"
      ? { state, nonce, verifier }
      : null;
  } catch {
    return null;
  }
};
