import { graphql } from "../graphql/graphql.ts";
import { templateContentFragment } from "../templates/template-content.fragment.ts";

export const boardQuery = graphql(
  `
    query Board($id: ID!, $language: Language) {
      board(id: $id) {
        id
        kind
        title(language: $language)
        language
        state
        stateReason
        stateChangedAt
        archivedAt
        editing
        display
        generation
        eventNumber
        viewer {
          participantId
          role
          canWrite
          readOnlyReason
        }
        project {
          id
          name(language: $language)
        }
        workshop {
          id
          title(language: $language)
        }
        templateContent {
          ...TemplateWords
        }
      }
    }
  `,
  [templateContentFragment],
);

export const freezeBoardMutation = graphql(`
  mutation FreezeBoard($input: FreezeBoardInput!) {
    freezeBoard(input: $input) {
      board {
        id
        state
      }
    }
  }
`);

export const reopenBoardMutation = graphql(`
  mutation ReopenBoard($input: ReopenBoardInput!) {
    reopenBoard(input: $input) {
      board {
        id
        state
      }
    }
  }
`);

export const updateBoardMutation = graphql(`
  mutation UpdateBoard($input: UpdateBoardInput!, $language: Language) {
    updateBoard(input: $input) {
      board {
        id
        title(language: $language)
        editing
        display
      }
    }
  }
`);
