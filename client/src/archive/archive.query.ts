import { graphql } from "../graphql/graphql.ts";

/** What of a project lies in the archive; a page of each is as much as anybody looks through. */
export const projectArchiveQuery = graphql(`
  query ProjectArchive($id: ID!, $language: Language) {
    project(id: $id) {
      id
      workshops(first: 100, archived: true) {
        totalCount
        nodes {
          id
          title(language: $language)
          archivedAt
        }
      }
      boards(first: 100, archived: true) {
        totalCount
        nodes {
          id
          title(language: $language)
          archivedAt
          workshop {
            id
            archivedAt
          }
        }
      }
    }
  }
`);

/** One’s own projects in the archive, the oldest first. */
export const archivedProjectsQuery = graphql(`
  query ArchivedProjects($first: Int!, $language: Language) {
    projects(first: $first, archived: true) {
      totalCount
      nodes {
        id
        name(language: $language)
        archivedAt
      }
    }
  }
`);

export const archiveBoardMutation = graphql(`
  mutation ArchiveBoard($input: BoardArchiveInput!) {
    archiveBoard(input: $input) {
      board {
        id
      }
    }
  }
`);

export const restoreBoardMutation = graphql(`
  mutation RestoreBoard($input: BoardArchiveInput!) {
    restoreBoard(input: $input) {
      board {
        id
      }
    }
  }
`);

export const archiveWorkshopMutation = graphql(`
  mutation ArchiveWorkshop($input: WorkshopArchiveInput!) {
    archiveWorkshop(input: $input) {
      workshop {
        id
      }
    }
  }
`);

export const restoreWorkshopMutation = graphql(`
  mutation RestoreWorkshop($input: WorkshopArchiveInput!) {
    restoreWorkshop(input: $input) {
      workshop {
        id
      }
    }
  }
`);

export const archiveProjectMutation = graphql(`
  mutation ArchiveProject($input: ProjectArchiveInput!) {
    archiveProject(input: $input) {
      project {
        id
      }
    }
  }
`);

export const restoreProjectMutation = graphql(`
  mutation RestoreProject($input: ProjectArchiveInput!) {
    restoreProject(input: $input) {
      project {
        id
      }
    }
  }
`);
