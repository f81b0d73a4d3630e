import type { GraphQLContext } from "./context.ts";
import { Loaders } from "./loaders.ts";

/** Forgets what this operation has read: after a change, and between the events of a subscription. */
export const readAfresh = (context: GraphQLContext): void => {
  context.em.clear();
  context.loaders = new Loaders(context.em);
};
