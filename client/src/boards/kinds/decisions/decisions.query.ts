import { graphql } from "../../../graphql/graphql.ts";

export const boardDecisionsQuery = graphql(`
  query BoardDecisions($boardId: ID!) {
    board(id: $boardId) {
      id
      decisions {
        collection
        itemId
        values
        revision
      }
    }
  }
`);

export const voiceFragment = graphql(`
  fragment SpokenVoice on AgreementVoice @_unmask {
    revision
    value
    reason
    at
    isAboutThisDefinition
    author {
      displayName
      stakeholderGroup
      isViewer
    }
    organisation {
      id
      name
    }
  }
`);

export const agreementFragment = graphql(
  `
    fragment StandingAgreement on IndicatorAgreement @_unmask {
      missing
      voices {
        ...SpokenVoice
      }
      dutyBearer {
        revision
      }
      civilSociety {
        revision
      }
      blocks {
        revision
      }
      dissent {
        revision
      }
      agreedWith {
        ...SpokenVoice
      }
    }
  `,
  [voiceFragment],
);

export const historyFragment = graphql(`
  fragment DecisionHistory on ItemDecisionConnection @_unmask {
    nodes {
      revision
      at
      act
      field
      from
      to
      agreement
      reason
      version
      firstCollection
      lastPeriod
      actor {
        displayName
        stakeholderGroup
        isViewer
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

// What comes of one item is the one query that answers an item by its id alone.
export const itemDecisionsQuery = graphql(
  `
    query ItemDecisions($boardId: ID!, $collection: String!, $id: ID!, $after: String) {
      trace(boardId: $boardId, collection: $collection, id: $id, depth: 1, first: 1) {
        nodes {
          item {
            __typename
            id
            ... on MonitoringToolIndicator {
              versionInUse
              breaks
              agreement {
                ...StandingAgreement
              }
              history(first: 50, after: $after) {
                ...DecisionHistory
              }
            }
            ... on DiscriminationMonitoringToolIndicator {
              versionInUse
              breaks
              agreement {
                ...StandingAgreement
              }
              history(first: 50, after: $after) {
                ...DecisionHistory
              }
            }
            ... on RecommendationsCard {
              history(first: 50, after: $after) {
                ...DecisionHistory
              }
            }
            ... on LocalStrategyMeasure {
              history(first: 50, after: $after) {
                ...DecisionHistory
              }
            }
            ... on SelfAssessmentItem {
              history(first: 50, after: $after) {
                ...DecisionHistory
              }
            }
          }
        }
      }
    }
  `,
  [agreementFragment, historyFragment],
);

export const voiceAgreementMutation = graphql(`
  mutation VoiceAgreement($input: VoiceAgreementInput!) {
    voiceAgreement(input: $input) {
      revision
    }
  }
`);

export const withdrawVoiceMutation = graphql(`
  mutation WithdrawVoice($input: WithdrawVoiceInput!) {
    withdrawVoice(input: $input) {
      revision
    }
  }
`);

export const takeIndicatorStepMutation = graphql(`
  mutation TakeIndicatorStep($input: TakeIndicatorStepInput!) {
    takeIndicatorStep(input: $input) {
      revision
    }
  }
`);

export const decideItemMutation = graphql(`
  mutation DecideItem($input: DecideItemInput!) {
    decideItem(input: $input) {
      revision
    }
  }
`);
