import { graphql } from "../graphql/graphql.ts";

export const noteAuthorsQuery = graphql(`
  query NoteAuthors($boardId: ID!, $after: String) {
    board(id: $boardId) {
      id
      notes(first: 100, after: $after) {
        nodes {
          id
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

export const clusterAuthorsQuery = graphql(`
  query ClusterAuthors($boardId: ID!, $after: String) {
    board(id: $boardId) {
      id
      clusters(first: 100, after: $after) {
        nodes {
          id
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

export const itemAddedSubscription = graphql(`
  subscription ItemAdded($boardId: ID!, $after: Int) {
    boardEvents(boardId: $boardId, after: $after, types: [NOTE_ADDED, CLUSTER_ADDED]) {
      __typename
      number
      ... on NoteAdded {
        actor {
          displayName
          stakeholderGroup
          isViewer
        }
        note {
          id
        }
      }
      ... on ClusterAdded {
        actor {
          displayName
          stakeholderGroup
          isViewer
        }
        cluster {
          id
        }
      }
    }
  }
`);
