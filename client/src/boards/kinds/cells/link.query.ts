import { graphql } from "../../../graphql/graphql.ts";

export const linkTargetsQuery = graphql(`
  query LinkTargets($boardId: ID!, $collection: String!, $after: String) {
    board(id: $boardId) {
      id
      content(first: 100, after: $after, filter: { collection: $collection }) {
        nodes {
          id
          excerpt
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const linkableItemsQuery = graphql(`
  query LinkableItems($project: ID!, $kind: BoardKind, $text: String, $language: Language) {
    items(first: 20, filter: { project: $project, kind: $kind, text: $text }) {
      nodes {
        id
        collection
        kind
        excerpt
        language
        board {
          id
          title(language: $language)
        }
      }
    }
  }
`);

export const projectOrganisationsQuery = graphql(`
  query ProjectOrganisations($boardId: ID!, $language: Language) {
    board(id: $boardId) {
      id
      project {
        id
        organisations {
          id
          name(language: $language)
          names {
            text
          }
        }
      }
    }
  }
`);
