import type { IncomingHttpHeaders } from "node:http";
import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { CloseCode, type Context, makeServer, type OperationResult, type SubscribePayload } from "graphql-ws";
import { rateLimited, TavoloError } from "../errors.ts";
import type { Log } from "../log.ts";
import { viewerFromAuthorization, viewerFromRequest } from "../people/viewer-from-request.ts";
import type { Viewer } from "../people/viewer.ts";
import type { GraphQLContext } from "./context.ts";
import { createContext, type Services } from "./create-context.ts";
import { limits } from "./limits.ts";
import { maskError } from "./mask-errors.ts";
import { operationLimits } from "./operation-limits.ts";

/** What a socket brings along. */
export interface SocketExtra {
  headers: IncomingHttpHeaders;
  correlationId: string;
  log: Log;
  address: string;
  close(code: number, reason: string): void;
}

type SocketContext = Context<{ authorization?: unknown } | undefined, SocketExtra>;

interface OperationArgs extends ExecutionArgs {
  renewContext(): Promise<GraphQLContext>;
}

/** The GraphQL side of our sockets: the same schema, rules, limits, context and masking as over HTTP. */
export const createGraphQLOverWebSocket = (schema: GraphQLSchema, services: Services) => {
  const findViewer = (context: SocketContext): Promise<Viewer> => {
    const em = services.orm.em.fork();
    const authorization = context.connectionParams?.authorization;
    return typeof authorization === "string"
      ? viewerFromAuthorization(em, authorization)
      : viewerFromRequest(em, context.extra, services.config);
  };

  // Found anew for each operation and event: a session that has ended reads nothing more.
  const makeContext = async (context: SocketContext): Promise<GraphQLContext> =>
    createContext(services, {
      ...context.extra,
      viewer: await findViewer(context),
      setCookie: () => {
        throw new TavoloError("FORBIDDEN", "Signing in and out sets a cookie: send this mutation over HTTP.");
      },
    });

  const prepare = async (
    context: SocketContext,
    payload: SubscribePayload,
  ): Promise<OperationArgs | readonly GraphQLError[]> => {
    if (Object.keys(context.subscriptions).length > limits.operationsPerSocket) throw rateLimited();
    const document = parse(payload.query, { maxTokens: limits.tokens });
    const invalid = validate(schema, document, [...specifiedRules, operationLimits]);
    if (invalid.length > 0) return invalid.map((error) => withCode(error, "GRAPHQL_VALIDATION_FAILED"));
    return {
      schema,
      document,
      operationName: payload.operationName,
      variableValues: payload.variables,
      contextValue: await makeContext(context),
      renewContext: () => makeContext(context),
    };
  };

  return makeServer<SocketContext["connectionParams"], SocketExtra>({
    onConnect: async (context) => {
      try {
        await findViewer(context);
      } catch (error) {
        const { message } = maskError(error, context.extra);
        context.extra.close(CloseCode.Unauthorized, message.slice(0, 120));
      }
    },
    onSubscribe: async (context, _id, payload) => {
      try {
        return await prepare(context, payload);
      } catch (error) {
        if (error instanceof GraphQLError) return [withCode(error, "GRAPHQL_PARSE_FAILED")];
        return [new GraphQLError("", { originalError: error instanceof Error ? error : undefined })];
      }
    },
    subscribe: (args) => subscribeWithFreshContexts(args as OperationArgs),
    onNext: (context, _id, _payload, _args, result) =>
      result.errors && { ...result, errors: result.errors.map((error) => maskError(error, context.extra)) },
    onError: (context, _id, _payload, errors) => errors.map((error) => maskError(error, context.extra)),
  });
};

const withCode = (error: GraphQLError, code: string): GraphQLError => {
  error.extensions.code ??= code;
  return error;
};

/** graphql’s own `subscribe` would read every event with the loaders and rows of the first. */
const subscribeWithFreshContexts = async (args: OperationArgs): Promise<Awaited<OperationResult>> => {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]();

  const answer = async (rootValue: unknown) =>
    execute({ ...args, rootValue, contextValue: await args.renewContext() });

  // Written out: a generator function’s `return` would wait for the next event, and an idle board has none.
  const answers: AsyncGenerator<ExecutionResult, void> = {
    async next() {
      const event = await events.next();
      if (event.done) return { done: true, value: undefined };
      try {
        return { done: false, value: await answer(event.value) };
      } catch (error) {
        // Whoever iterates takes a throw for the end and would leave the source listening for ever.
        await events.return?.();
        throw error;
      }
    },
    async return() {
      await events.return?.();
      return { done: true, value: undefined };
    },
    async throw(error: unknown) {
      await events.throw?.(error);
      throw error;
    },
    [Symbol.asyncIterator]: () => answers,
    async [Symbol.asyncDispose]() {
      await events.return?.();
    },
  };
  return answers;
};
