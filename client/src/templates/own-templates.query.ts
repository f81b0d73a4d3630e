import { graphql } from "../graphql/graphql.ts";
import { templateContentFragment } from "./template-content.fragment.ts";

/** What lists and previews tell of a template. */
export const templateFragment = graphql(
  `
    fragment TemplateCard on Template {
      id
      version
      kind
      baseTemplateId
      ownSections
      name(language: $language)
      names {
        language
        text
      }
      purpose(language: $language)
      purposes {
        language
        text
      }
      participants {
        min
        ideal
        max
        mix(language: $language)
      }
      frameworkIds
      sections {
        key
        sectionKey
        name(language: $language)
        guidingQuestions(language: $language)
        rowName(language: $language)
        columnName(language: $language)
      }
      content {
        ...TemplateWords
      }
    }
  `,
  [templateContentFragment],
);

export const cloneTemplateMutation = graphql(
  `
    mutation CloneTemplate($input: CloneTemplateInput!, $language: Language) {
      cloneTemplate(input: $input) {
        template {
          id
          ...TemplateCard
        }
      }
    }
  `,
  [templateFragment],
);

export const updateTemplateMutation = graphql(`
  mutation UpdateTemplate($input: UpdateTemplateInput!) {
    updateTemplate(input: $input) {
      template {
        id
        version
      }
    }
  }
`);

export const archiveTemplateMutation = graphql(`
  mutation ArchiveTemplate($input: TemplateArchiveInput!) {
    archiveTemplate(input: $input) {
      template {
        id
        archivedAt
      }
    }
  }
`);
