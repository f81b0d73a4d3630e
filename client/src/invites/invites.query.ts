import { graphql } from "../graphql/graphql.ts";

export const invitesQuery = graphql(`
  query Invites($workshopId: ID!) {
    workshop(id: $workshopId) {
      id
      invites {
        id
        url
        role
        label
        createdAt
        expiresAt
        revokedAt
        useCount
      }
    }
  }
`);

export const createInviteMutation = graphql(`
  mutation CreateInvite($input: CreateInviteInput!) {
    createInvite(input: $input) {
      invite {
        id
        url
      }
    }
  }
`);

export const revokeInviteMutation = graphql(`
  mutation RevokeInvite($input: RevokeInviteInput!) {
    revokeInvite(input: $input) {
      invite {
        id
        revokedAt
      }
    }
  }
`);
