import { graphql } from "../graphql/graphql.ts";

export const ownDataQuery = graphql(`
  query OwnData($language: Language) {
    ownData {
      displayName
      language
      createdAt
      sessionCount
      seats {
        id
        state
        role
        displayName
        stakeholderGroup
        language
        joinedAt
        projectId
        projectName(language: $language)
        workshopTitle(language: $language)
        organisationName(language: $language)
        noteCount
        clusterCount
        editCount
        consent {
          version
          language
          at
          display
        }
        items {
          id
          boardId
          boardTitle(language: $language)
          text
          createdAt
          isRemoved
        }
      }
    }
  }
`);

export const exportOwnDataMutation = graphql(`
  mutation ExportOwnData {
    exportOwnData {
      filename
      mediaType
      content
    }
  }
`);

export const withdrawMutation = graphql(`
  mutation Withdraw($input: WithdrawInput!) {
    withdraw(input: $input) {
      binnedCount
      keptCount
    }
  }
`);

export const deviceLinkMutation = graphql(`
  mutation CreateDeviceLink {
    createDeviceLink {
      url
      expiresAt
    }
  }
`);
