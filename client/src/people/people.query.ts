import { graphql } from "../graphql/graphql.ts";

export const peopleQuery = graphql(`
  query People($projectId: ID!, $first: Int!, $after: String, $language: Language) {
    project(id: $projectId) {
      id
      participants(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          kind
          displayName
          role
          stakeholderGroup
          isViewer
          removedAt
          organisation {
            id
            name(language: $language)
          }
          workshop {
            id
            title(language: $language)
          }
        }
      }
    }
  }
`);

export const setRoleMutation = graphql(`
  mutation SetParticipantRole($input: SetParticipantRoleInput!) {
    setParticipantRole(input: $input) {
      participant {
        id
        role
      }
    }
  }
`);

export const removeParticipantMutation = graphql(`
  mutation RemoveParticipant($input: RemoveParticipantInput!) {
    removeParticipant(input: $input) {
      participant {
        id
        removedAt
      }
    }
  }
`);

export const signInLinkMutation = graphql(`
  mutation CreateSignInLink($input: CreateSignInLinkInput!) {
    createSignInLink(input: $input) {
      url
      expiresAt
    }
  }
`);
