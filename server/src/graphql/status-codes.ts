import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLContext } from "./context.ts";

/** Completes Apollo’s status codes to those of the GraphQL-over-HTTP specification. */
export const statusCodes: ApolloServerPlugin<GraphQLContext> = {};
