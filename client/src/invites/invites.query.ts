import { graphql } from "../graphql/graphql.ts";

export const invitesQuery = graphql(`
  query Invites($workshopId: ID!) {
    workshop(id: $workshopId) {
      id
      invites {
        id
        url
        shortCode
        maxUses
        needsApproval
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
        shortCode
      }
    }
  }
`);

/** Who has come, for the wall and the moderator’s badge. */
export const arrivalsSubscription = graphql(`
  subscription Arrivals($workshopId: ID, $projectId: ID, $language: Language) {
    arrivals(workshopId: $workshopId, projectId: $projectId) {
      seatedCount
      waitingCount
      waiting {
        id
        displayName
        stakeholderGroup
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
