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

export const removedPeopleQuery = graphql(`
  query RemovedPeople($projectId: ID!, $language: Language) {
    project(id: $projectId) {
      id
      participants(first: 100, states: [REMOVED, DECLINED]) {
        nodes {
          id
          kind
          displayName
          stakeholderGroup
          state
          removedAt
          workshop {
            id
            title(language: $language)
          }
        }
      }
    }
  }
`);

export const readmitMutation = graphql(`
  mutation ReadmitParticipant($input: ReadmitParticipantInput!) {
    readmitParticipant(input: $input) {
      participant {
        id
        state
      }
    }
  }
`);

export const admitMutation = graphql(`
  mutation AdmitParticipants($input: AdmitParticipantsInput!) {
    admitParticipants(input: $input) {
      participants {
        id
        state
      }
    }
  }
`);

export const declineMutation = graphql(`
  mutation DeclineParticipant($input: DeclineParticipantInput!) {
    declineParticipant(input: $input) {
      participant {
        id
        state
      }
    }
  }
`);

export const updateParticipantMutation = graphql(`
  mutation UpdateParticipant($input: UpdateParticipantInput!) {
    updateParticipant(input: $input) {
      participant {
        id
        stakeholderGroup
      }
    }
  }
`);

export const organisationsQuery = graphql(`
  query Organisations($projectId: ID!, $language: Language) {
    project(id: $projectId) {
      id
      organisations {
        id
        name(language: $language)
        type
        speakerCount
      }
    }
  }
`);

export const updateOrganisationMutation = graphql(`
  mutation UpdateOrganisation($input: UpdateOrganisationInput!) {
    updateOrganisation(input: $input) {
      organisation {
        id
        type
      }
    }
  }
`);

export const mergeOrganisationsMutation = graphql(`
  mutation MergeOrganisations($input: MergeOrganisationsInput!) {
    mergeOrganisations(input: $input) {
      organisation {
        id
      }
    }
  }
`);

export const deleteOrganisationMutation = graphql(`
  mutation DeleteOrganisation($input: DeleteOrganisationInput!) {
    deleteOrganisation(input: $input) {
      id
    }
  }
`);

export const groupChoicesQuery = graphql(`
  query GroupChoices($projectId: ID!) {
    project(id: $projectId) {
      id
      stakeholderGroups {
        group
        offered
        labels {
          language
          text
        }
      }
    }
  }
`);

export const updateGroupsMutation = graphql(`
  mutation UpdateStakeholderGroups($input: UpdateStakeholderGroupsInput!) {
    updateStakeholderGroups(input: $input) {
      stakeholderGroups {
        group
        offered
      }
    }
  }
`);
