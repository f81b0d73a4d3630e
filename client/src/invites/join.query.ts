import { graphql } from "../graphql/graphql.ts";

export const inviteQuery = graphql(`
  query Invite($code: String!, $language: Language) {
    invite(code: $code) {
      workshopTitle(language: $language)
      projectName(language: $language)
      place(language: $language)
      heldOn
      invitedBy
      role
      participantCount
      needsApproval
      stakeholderGroups {
        group
        label(language: $language)
      }
      boards {
        id
        title(language: $language)
        display
        state
      }
      organisations {
        id
        name(language: $language)
      }
      viewerParticipant {
        id
        displayName
      }
      viewerRequest {
        id
        state
        displayName
      }
    }
  }
`);

export const joinMutation = graphql(`
  mutation JoinWorkshop($input: JoinWorkshopInput!) {
    joinWorkshop(input: $input) {
      participant {
        id
      }
      request {
        id
        state
        displayName
      }
      workshop {
        id
        project {
          id
        }
      }
      boards {
        id
        state
      }
    }
  }
`);

export const seatRequestSubscription = graphql(`
  subscription SeatRequest($id: ID!) {
    seatRequest(id: $id) {
      id
      state
      displayName
    }
  }
`);
