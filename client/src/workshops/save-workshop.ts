import { graphql } from "../graphql/graphql.ts";

export const createWorkshopMutation = graphql(`
  mutation CreateWorkshop($input: CreateWorkshopInput!) {
    createWorkshop(input: $input) {
      workshop {
        id
      }
    }
  }
`);

export const updateWorkshopMutation = graphql(`
  mutation UpdateWorkshop($input: UpdateWorkshopInput!) {
    updateWorkshop(input: $input) {
      workshop {
        id
        title
      }
    }
  }
`);
