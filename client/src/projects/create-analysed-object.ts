import { graphql } from "../graphql/graphql.ts";

export const createAnalysedObjectMutation = graphql(`
  mutation CreateAnalysedObject($input: CreateAnalysedObjectInput!) {
    createAnalysedObject(input: $input) {
      analysedObject {
        id
      }
    }
  }
`);
