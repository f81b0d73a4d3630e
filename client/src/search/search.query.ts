import { graphql } from "../graphql/graphql.ts";

export const searchQuery = graphql(`
  query Search($text: String!, $language: Language) {
    search(text: $text, first: 8) {
      projects {
        id
        name(language: $language)
      }
      workshops {
        id
        title(language: $language)
        project {
          id
          name(language: $language)
        }
      }
      boards {
        id
        title(language: $language)
        workshop {
          id
          title(language: $language)
        }
      }
      notes {
        id
        text
        language
        board {
          id
          title(language: $language)
        }
      }
      clusters {
        id
        name
        language
        board {
          id
          title(language: $language)
        }
      }
    }
  }
`);
