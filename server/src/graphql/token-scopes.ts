import type { GraphQLObjectType } from "graphql";
import { insufficientScope } from "../errors.ts";
import { mayOnlyRead } from "../people/viewer.ts";
import type { GraphQLContext } from "./context.ts";

/** Mutations that write nothing: they take long, or make a file. */
const READING: ReadonlySet<string> = new Set(["exportBoard"]);

/** Refuses a token for reading at the door of every mutation, also of those that are added later. */
export const insistOnScope = (mutations: GraphQLObjectType<unknown, GraphQLContext>): void => {
  for (const field of Object.values(mutations.getFields())) {
    const { resolve } = field;
    if (!resolve || READING.has(field.name)) continue;
    field.resolve = (root, args, context, info) => {
      if (mayOnlyRead(context.viewer)) throw insufficientScope();
      return resolve(root, args, context, info);
    };
  }
};
