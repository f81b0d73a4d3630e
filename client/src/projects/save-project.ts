import { graphql } from "../graphql/graphql.ts";

/** The description in the project's own language: the one that editing writes. */
export const projectDescriptionQuery = graphql(`
  query ProjectDescription($id: ID!, $language: Language) {
    project(id: $id) {
      id
      description(language: $language)
    }
  }
`);

export const createProjectMutation = graphql(`
  mutation CreateProject($input: CreateProjectInput!) {
    createProject(input: $input) {
      project {
        id
      }
    }
  }
`);

export const updateProjectMutation = graphql(`
  mutation UpdateProject($input: UpdateProjectInput!) {
    updateProject(input: $input) {
      project {
        id
        name
      }
    }
  }
`);
