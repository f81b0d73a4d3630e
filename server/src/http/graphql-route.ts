import type { IncomingMessage } from "node:http";
import { HeaderMap, type HTTPGraphQLRequest } from "@apollo/server";
import { queryTooComplex } from "../errors.ts";
import type { GraphQLOverHttp } from "../graphql/apollo.ts";
import { createContext, type Services } from "../graphql/create-context.ts";
import { limits } from "../graphql/limits.ts";
import { maskError } from "../graphql/mask-errors.ts";
import { rememberSeats } from "../participants/own-seats.ts";
import { sessionCookie } from "../people/session-cookie.ts";
import { requesterOf } from "../people/viewer-from-request.ts";
import { BodyTooLarge, readBody } from "./read-body.ts";
import type { Route } from "./request-handler.ts";

/** `POST /graphql` (and `GET` for queries, with a preflight header). */
export const graphqlRoute =
  (graphql: GraphQLOverHttp, services: Services): Route =>
  async (request, response, { path, log, correlationId, address }) => {
    if (path !== "/graphql") return false;
    const scope = { log, correlationId, address };
    let text: string;
    try {
      text = await readBody(request, limits.bodyBytes);
    } catch (error) {
      if (!(error instanceof BodyTooLarge)) throw error;
      const tooLarge = queryTooComplex(`A request may hold at most ${limits.bodyBytes} bytes.`);
      // What is still on its way is not worth reading.
      response.writeHead(413, { "content-type": "application/json; charset=utf-8", connection: "close" });
      response.end(JSON.stringify({ errors: [maskError(tooLarge, scope)] }));
      return true;
    }

    const answer = await graphql.execute(toApollo(request, text), {
      ...scope,
      context: async () => {
        const { viewer, seats } = await requesterOf(
          services.orm.em.fork(),
          request,
          services.config,
          (token) => response.appendHeader("set-cookie", sessionCookie(services.config, token)),
        );
        const context = createContext(services, {
          ...scope,
          viewer,
          headers: request.headers,
          setCookie: (header) => response.appendHeader("set-cookie", header),
        });
        rememberSeats(context, seats);
        return context;
      },
    });

    for (const [name, value] of answer.headers) response.setHeader(name, value);
    response.setHeader("cache-control", "no-store");
    response.statusCode = answer.status ?? 200;
    if (answer.body.kind === "complete") {
      response.end(answer.body.string);
      return true;
    }
    for await (const chunk of answer.body.asyncIterator) response.write(chunk);
    response.end();
    return true;
  };

const toApollo = (request: IncomingMessage, text: string): HTTPGraphQLRequest => {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const url = request.url ?? "";
  return {
    method: request.method ?? "GET",
    headers,
    search: url.includes("?") ? url.slice(url.indexOf("?")) : "",
    body: isJson(headers.get("content-type")) ? parsed(text) : undefined,
  };
};

const isJson = (contentType: string | undefined) =>
  contentType?.split(";")[0]?.trim().toLowerCase() === "application/json";

/** Apollo answers an absent body with 400 and says what is wrong with it. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
