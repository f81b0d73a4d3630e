import { graphql } from "../../../graphql/graphql.ts";

export const gridOrganisationsQuery = graphql(`
  query GridOrganisations($projectId: ID!) {
    project(id: $projectId) {
      id
      organisations {
        id
        names {
          text
        }
      }
    }
  }
`);
