import { graphql } from "../graphql/graphql.ts";
import { templateFragment } from "../templates/own-templates.query.ts";

export const boardCardFragment = graphql(`
  fragment BoardCard on Board {
    id
    title(language: $language)
    kind
    state
    archivedAt
    createdAt
    workshop {
      id
    }
    viewer {
      canUpdate
      canArchive
      canMove
    }
    counts {
      notes
      clusters
      items
    }
    sections {
      key
      sectionKey
      name(language: $language)
      noteCount
      itemCount
    }
    clusters(first: 16) {
      nodes {
        id
        section
        noteCount
      }
    }
  }
`);

export const workshopFragment = graphql(`
  fragment WorkshopRow on Workshop {
    id
    title(language: $language)
    titles {
      language
      text
    }
    language
    heldOn
    place(language: $language)
  }
`);

export const projectsQuery = graphql(
  `
    query Projects($first: Int!, $language: Language) {
      projects(first: $first) {
        totalCount
        nodes {
          id
          name(language: $language)
          city
          country
          viewerRole
          workshops(first: 1) {
            totalCount
          }
          boards(first: 4) {
            totalCount
            nodes {
              id
              ...BoardCard
            }
          }
        }
      }
    }
  `,
  [boardCardFragment],
);

export const projectQuery = graphql(
  `
    query Project($id: ID!, $language: Language) {
      project(id: $id) {
        id
        name(language: $language)
        names {
          language
          text
        }
        description(language: $language)
        language
        city
        country
        population
        archivedAt
        viewerRole
        viewerPermissions {
          canUpdate
          canArchive
          canCreateWorkshop
          canCreateBoard
          canUpdateTemplates
          canInvite
          canManageParticipants
          canManageApiTokens
        }
        workshops(first: 100) {
          totalCount
          nodes {
            id
            ...WorkshopRow
          }
        }
        boards(first: 24) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            id
            state
            createdAt
            ...BoardCard
          }
        }
        organisations {
          id
          name(language: $language)
        }
        templates {
          id
          ...TemplateCard
        }
        analysedObjects {
          id
          type
          name(language: $language)
          description(language: $language)
        }
        stakeholderCounts {
          stakeholderGroup
          count
          groups
        }
      }
    }
  `,
  [boardCardFragment, workshopFragment, templateFragment],
);

export const moreBoardsQuery = graphql(
  `
    query MoreBoards($id: ID!, $first: Int!, $after: String, $language: Language) {
      project(id: $id) {
        id
        boards(first: $first, after: $after) {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            id
            ...BoardCard
          }
        }
      }
    }
  `,
  [boardCardFragment],
);

export const boardChangesSubscription = graphql(
  `
    subscription BoardChanges($projectId: ID!, $language: Language) {
      boardChanges(projectId: $projectId) {
        id
        ...BoardCard
      }
    }
  `,
  [boardCardFragment],
);
