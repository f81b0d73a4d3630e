import { graphql } from "../graphql/graphql.ts";

export const moderatorInvitationQuery = graphql(`
  query ModeratorInvitation($token: String!) {
    moderatorInvitation(token: $token) {
      projectName
      invitedBy
      email
      hasAccount
      expiresAt
    }
    signInOptions {
      sendsMail
      providerName
      minimumPasswordLength
    }
    viewer {
      kind
      displayName
      account {
        email
      }
    }
  }
`);

export const acceptModeratorInvitationMutation = graphql(`
  mutation AcceptModeratorInvitation($input: AcceptModeratorInvitationInput!) {
    acceptModeratorInvitation(input: $input) {
      project {
        id
      }
    }
  }
`);

export const moderatorInvitationsQuery = graphql(`
  query ModeratorInvitations($projectId: ID!) {
    project(id: $projectId) {
      id
      moderatorInvitations {
        id
        email
        mailed
        expiresAt
      }
    }
  }
`);

export const inviteModeratorMutation = graphql(`
  mutation InviteModerator($input: InviteModeratorInput!) {
    inviteModerator(input: $input) {
      url
      invitation {
        id
        email
      }
    }
  }
`);

export const revokeModeratorInvitationMutation = graphql(`
  mutation RevokeModeratorInvitation($input: RevokeModeratorInvitationInput!) {
    revokeModeratorInvitation(input: $input) {
      invitation {
        id
      }
    }
  }
`);
