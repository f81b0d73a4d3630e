import { graphql } from "../graphql/graphql.ts";

/** What a reader of the file will see, as the server tells everybody: enough of it for a preview. */
export const takeAwayQuery = graphql(`
  query TakeAway($id: ID!, $language: Language!) {
    board(id: $id) {
      id
      kind
      title(language: $language)
      state
      stateChangedAt
      display
      revision
      project {
        name(language: $language)
        city
        country
      }
      workshop {
        title(language: $language)
        heldOn
        place(language: $language)
      }
      analysedObject {
        name(language: $language)
        description(language: $language)
      }
      template {
        name(language: $language)
        version
      }
      counts {
        notes
        clusters
      }
      stakeholderCounts {
        stakeholderGroup
        count
      }
      sections {
        key
        name(language: $language)
        row
        rowName(language: $language)
        column
        columnName(language: $language)
        noteCount
      }
      clusters(first: 100) {
        nodes {
          id
          name
          language
          translations {
            language
            text
          }
          section
          noteCount
        }
      }
      notes(first: 5) {
        nodes {
          id
          text
          language
          translations {
            language
            text
          }
          section
          cluster {
            name
          }
          author {
            displayName
            stakeholderGroup
          }
        }
      }
    }
  }
`);

export const exportBoardMutation = graphql(`
  mutation ExportBoard($input: ExportBoardInput!) {
    exportBoard(input: $input) {
      filename
      mediaType
      content
      encoding
    }
  }
`);
