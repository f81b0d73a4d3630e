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
    }
  }
`);

export const joinMutation = graphql(`
  mutation JoinWorkshop($input: JoinWorkshopInput!) {
    joinWorkshop(input: $input) {
      participant {
        id
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
