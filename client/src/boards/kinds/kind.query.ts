import { graphql } from "../../graphql/graphql.ts";

export const contentAuthorsQuery = graphql(`
  query ContentAuthors($boardId: ID!, $after: String) {
    board(id: $boardId) {
      id
      content(first: 100, after: $after, filter: { removed: null }) {
        nodes {
          id
          createdAt
          author {
            displayName
            stakeholderGroup
            isViewer
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const contentAddedSubscription = graphql(`
  subscription ContentAdded($boardId: ID!, $after: Int) {
    boardEvents(boardId: $boardId, after: $after, types: [ITEM_ADDED]) {
      __typename
      number
      ... on ItemAdded {
        at
        actor {
          displayName
          stakeholderGroup
          isViewer
        }
        item {
          id
        }
      }
    }
  }
`);
