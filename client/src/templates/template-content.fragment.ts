import { graphql } from "../graphql/graphql.ts";

export const templateContentFragment = graphql(`
  fragment TemplateWords on TemplateContent {
    sections {
      key
      names {
        language
        text
      }
      guidingQuestions {
        texts {
          language
          text
        }
      }
    }
    columns {
      collection
      field
      labels {
        language
        text
      }
      shown
    }
  }
`);
