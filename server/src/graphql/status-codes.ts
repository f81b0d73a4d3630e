import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLContext } from "./context.ts";

/** Faults of the document or its variables: the request itself was well-formed. */
const DOCUMENT_FAULTS = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "QUERY_TOO_COMPLEX",
]);

/**
 * The GraphQL-over-HTTP specification keeps 4xx for clients that accept `application/graphql-response+json`:
 * one that reads plain JSON may take it for a proxy’s answer, so a well-formed request gets 200 there.
 */
export const statusCodes: ApolloServerPlugin<GraphQLContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, errors = [] }) => {
      if (errors.length === 0 || readsGraphQLResponses(request.http?.headers.get("accept"))) return;
      const http = response.http;
      if (errors.every(({ extensions }) => DOCUMENT_FAULTS.has(String(extensions.code)))) http.status = 200;
    },
  }),
};

const readsGraphQLResponses = (accept: string | undefined): boolean =>
  /application\/(graphql-response\+)?json/.exec(accept ?? "")?.[1] !== undefined;
