import { graphql } from "../../../graphql/graphql.ts";

export const ownGroupQuery = graphql(`
  query OwnGroup {
    ownData {
      seats {
        id
        stakeholderGroup
      }
    }
  }
`);
