import type { IncomingHttpHeaders } from "node:http";
import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import {
  CloseCode,
  type Context,
  makeServer,
  MessageType,
  type OperationResult,
  stringifyMessage,
  type SubscribePayload,
} from "graphql-ws";
import { rateLimited, TavoloError } from "../errors.ts";
import type { Log } from "../log.ts";
import { readCredential } from "../people/credential.ts";
import { LiveRight } from "../people/live-right.ts";
import { viewerFromAuthorization, viewerFromRequest } from "../people/viewer-from-request.ts";
import { anonymous, type Viewer } from "../people/viewer.ts";
import type { GraphQLContext } from "./context.ts";
import { createContext, type Services } from "./create-context.ts";
import { limits } from "./limits.ts";
import { maskError } from "./mask-errors.ts";
import { operationLimits } from "./operation-limits.ts";
import { describeOperation, noteOperation, type OperationMeter } from "./operation-meter.ts";

/** What a socket brings along. */
export interface SocketExtra {
  headers: IncomingHttpHeaders;
  correlationId: string;
  log: Log;
  address: string;
  send(message: string): void;
  close(code: number, reason: string): void;
  /** Who is at the other end, once it has said so: the same as long as the socket is open. */
  viewer?: Viewer;
  /** Follows their session or token. */
  right?: { stop(): void };
  closed?: boolean;
}

/** A close frame holds 123 bytes of reason; our sentences are of one or two bytes a letter. */
const REASON_LENGTH = 110;

type SocketContext = Context<{ authorization?: unknown } | undefined, SocketExtra>;

interface OperationArgs extends ExecutionArgs {
  renewContext(): GraphQLContext;
  /** By `performance.now()`. */
  started: number;
}

/** The GraphQL side of our sockets: the same schema, rules, limits, context and masking as over HTTP. */
export const createGraphQLOverWebSocket = (
  schema: GraphQLSchema,
  services: Services,
  meter: OperationMeter,
) => {
  const findViewer = (context: SocketContext): Promise<Viewer> => {
    const em = services.orm.em.fork();
    const authorization = context.connectionParams?.authorization;
    return typeof authorization === "string"
      ? viewerFromAuthorization(em, authorization)
      : viewerFromRequest(em, context.extra, services.config);
  };

  /** Says to each operation why it ends, then to the socket. */
  const sendAway = (context: SocketContext, error: unknown): void => {
    const { extra, subscriptions } = context;
    const refusal = maskError(error, extra);
    for (const id of Object.keys(subscriptions))
      extra.send(stringifyMessage({ id, type: MessageType.Error, payload: [refusal] }));
    extra.close(CloseCode.Unauthorized, refusal.message.slice(0, REASON_LENGTH));
  };

  // From here on a session or token that ends closes the socket, also an idle one.
  const followCredential = async (context: SocketContext): Promise<void> => {
    const { extra } = context;
    const viewer = await findViewer(context);
    extra.viewer = viewer;
    if (viewer.kind === "anonymous" || extra.closed) return;
    const right = new LiveRight({
      access: services.access,
      viewer,
      read: () => readCredential(services.orm.em.fork(), viewer),
      lost: (error) => sendAway(context, error),
    });
    extra.right = right;
    await right.begin();
  };

  const makeContext = (context: SocketContext): GraphQLContext =>
    createContext(services, {
      ...context.extra,
      viewer: context.extra.viewer ?? anonymous,
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
    const contextValue = makeContext(context);
    const { em, viewer } = contextValue;
    if (viewer.kind !== "anonymous") await readCredential(em, viewer);
    return {
      schema,
      document,
      operationName: payload.operationName,
      variableValues: payload.variables,
      contextValue,
      renewContext: () => makeContext(context),
      started: performance.now(),
    };
  };

  const note = (
    context: SocketContext,
    args: OperationArgs | null,
    errors?: readonly GraphQLFormattedError[],
  ) =>
    noteOperation(meter, context.extra, {
      operation: args && operationOf(args),
      started: args?.started ?? performance.now(),
      errors,
    });

  return makeServer<SocketContext["connectionParams"], SocketExtra>({
    onConnect: async (context) => {
      try {
        await followCredential(context);
      } catch (error) {
        sendAway(context, error);
      }
    },
    onClose: ({ extra }) => {
      extra.closed = true;
      extra.right?.stop();
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
    onOperation: (context, _id, _payload, args, result) => {
      if (isAsyncIterable(result)) note(context, args as OperationArgs);
    },
    onNext: (context, _id, _payload, args, result) => {
      const errors = result.errors?.map((error) => maskError(error, context.extra));
      const operation = operationOf(args);
      if (operation?.operation === OperationTypeNode.SUBSCRIPTION)
        meter.delivered(describeOperation(operation).field);
      else note(context, args as OperationArgs, errors);
      return errors && { ...result, errors };
    },
    onError: (context, _id, _payload, errors) => {
      const masked = errors.map((error) => maskError(error, context.extra));
      note(context, null, masked);
      return masked;
    },
  });
};

const operationOf = ({ document, operationName }: ExecutionArgs) => getOperationAST(document, operationName);

const isAsyncIterable = (result: unknown): boolean =>
  typeof result === "object" && result !== null && Symbol.asyncIterator in result;

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
    execute({ ...args, rootValue, contextValue: args.renewContext() });

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
