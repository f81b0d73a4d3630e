import { graphql } from "../graphql/graphql.ts";

/** The place in the workshop's own language: the one that editing writes. */
export const workshopPlaceQuery = graphql(`
  query WorkshopPlace($id: ID!, $language: Language) {
    workshop(id: $id) {
      id
      place(language: $language)
    }
  }
`);

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
