import type { AsyncLocalStorage } from "node:async_hooks";
import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLContext } from "./context.ts";
import type { ErrorContext } from "./mask-errors.ts";
import { noteOperation, type OperationMeter } from "./operation-meter.ts";

/** Measures and logs each operation that Apollo answers. */
export const meterOperations = (
  meter: OperationMeter,
  scopes: AsyncLocalStorage<ErrorContext>,
): ApolloServerPlugin<GraphQLContext> => ({
  requestDidStart: async () => {
    const started = performance.now();
    return {
      willSendResponse: async ({ operation, response: { body } }) => {
        const scope = scopes.getStore();
        if (!scope || body.kind !== "single") return;
        noteOperation(meter, scope, { operation, started, errors: body.singleResult.errors });
      },
    };
  },
});
