import { AsyncLocalStorage } from "node:async_hooks";
import { ApolloServer, HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { GraphQLError, type GraphQLSchema } from "graphql";
import { TavoloError } from "../errors.ts";
import type { GraphQLContext } from "./context.ts";
import { limits } from "./limits.ts";
import { type ErrorContext, maskError } from "./mask-errors.ts";
import { meterOperations } from "./meter-operations.ts";
import { operationLimits } from "./operation-limits.ts";
import type { OperationMeter } from "./operation-meter.ts";
import { statusCodes } from "./status-codes.ts";

export interface GraphQLOverHttp {
  execute(
    request: HTTPGraphQLRequest,
    scope: ErrorContext & { context: () => Promise<GraphQLContext> },
  ): Promise<HTTPGraphQLResponse>;
  close(): Promise<void>;
}

/** Apollo behind our own HTTP server: queries and mutations; subscriptions go over the socket. */
export const createGraphQLOverHttp = async (
  schema: GraphQLSchema,
  meter: OperationMeter,
): Promise<GraphQLOverHttp> => {
  // Apollo formats errors without telling whose they are.
  const scopes = new AsyncLocalStorage<ErrorContext>();

  const apollo = new ApolloServer<GraphQLContext>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    nodeEnv: "production",
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [operationLimits],
    formatError: (known, error) => {
      const scope = scopes.getStore();
      return scope ? maskError(error, scope, known) : known;
    },
    plugins: [statusCodes, meterOperations(meter, scopes), ApolloServerPluginCacheControlDisabled()],
  });
  await apollo.start();

  return {
    execute: (httpGraphQLRequest, { log, correlationId, context }) =>
      scopes.run({ log, correlationId }, () =>
        apollo.executeHTTPGraphQLRequest({
          httpGraphQLRequest,
          context: () => context().catch(refusedAtTheDoor),
        }),
      ),
    close: () => apollo.stop(),
  };
};

/** A bad token is the request’s fault, which Apollo would answer with 500. */
const refusedAtTheDoor = (error: unknown): never => {
  if (!(error instanceof TavoloError)) throw error;
  throw new GraphQLError(error.message, {
    originalError: error,
    extensions: { http: { status: 401, headers: new HeaderMap([["www-authenticate", "Bearer"]]) } },
  });
};
