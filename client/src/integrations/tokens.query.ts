import { graphql } from "../graphql/graphql.ts";

export const tokensQuery = graphql(`
  query ApiTokens($projectId: ID!, $language: Language) {
    project(id: $projectId) {
      id
      name(language: $language)
      boards(first: 1) {
        nodes {
          id
        }
      }
      viewerPermissions {
        canManageApiTokens
      }
      apiTokens {
        id
        name
        scope
        createdAt
        expiresAt
        lastUsedAt
        revokedAt
      }
    }
  }
`);

export const createTokenMutation = graphql(`
  mutation CreateApiToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      apiToken {
        id
      }
      token
    }
  }
`);

export const renewTokenMutation = graphql(`
  mutation RenewApiToken($input: RenewApiTokenInput!) {
    renewApiToken(input: $input) {
      apiToken {
        id
      }
      token
    }
  }
`);

export const revokeTokenMutation = graphql(`
  mutation RevokeApiToken($input: RevokeApiTokenInput!) {
    revokeApiToken(input: $input) {
      apiToken {
        id
        revokedAt
      }
    }
  }
`);
