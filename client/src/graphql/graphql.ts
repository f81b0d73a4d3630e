import { initGraphQLTada } from "gql.tada";
import type { introspection } from "./graphql-env.d.ts";

/** Types every document from `schema/schema.graphql`; `gql.tada check` names an unknown field. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string; Date: string; URL: string; ID: string };
}>();

export { readFragment, type FragmentOf, type ResultOf, type VariablesOf } from "gql.tada";
