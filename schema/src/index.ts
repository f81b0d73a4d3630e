export { isId, newId, newItemId } from "./ids.ts";

export { inLanguage, type LocalisedText } from "./reference/localised-text.ts";
export {
  isLanguageCode,
  LANGUAGE_CODES,
  LANGUAGES,
  type Language,
  type LanguageCode,
} from "./reference/languages.ts";
export {
  charterArticles,
  charterTitles,
  type CharterArticle,
  type CharterTitle,
} from "./reference/charter.ts";
export { CERTAINTIES, type Certainty } from "./reference/certainty.ts";
export { localFactors, type LocalFactor } from "./reference/local-factors.ts";

export { foldText, wordsOf } from "./search/words.ts";

export { InvalidEdit, type InvalidEditCode } from "./document/invalid-edit.ts";
export type { Field, FieldWords, InputOf, SharedLayout, ValueOf } from "./document/field.ts";
export { labelled, type Labelled } from "./document/labelled.ts";
export { isFilled, stillToFill } from "./document/still-to-fill.ts";
export { computedOf, type ComputedField, type ComputedValue } from "./document/computed.ts";
export { isDecided, readDecisions, withDecisions, type DecidedItem } from "./document/decisions.ts";
export type {
  ColumnsStructure,
  GraphStructure,
  Grid2dStructure,
  MatrixStructure,
  ScoreMatrixStructure,
  Structure,
  TableStructure,
} from "./document/structure.ts";
export {
  currentVersion,
  defineBoard,
  type AxisValue,
  type BoardDefinition,
  type CollectionDefinition,
  type CollectionNames,
  type DecidedFields,
  type Fields,
  type FormDefinition,
  type MatrixSection,
  type MemberList,
  type MigratedDocument,
  type Migration,
  type SectionDefinition,
  type StartingItem,
} from "./document/define-board.ts";
export type {
  BoardContent,
  CollectionName,
  Destination,
  FieldChanges,
  Item,
  NewItem,
  TextFieldName,
} from "./document/item-types.ts";
export { type DocumentMeta, rawItem } from "./document/layout.ts";
export { admits, type Content, type DocumentPlace, textTolerance } from "./document/admits.ts";
export { createDocument, GENESIS } from "./document/create-document.ts";
export { migrateDocument, MIGRATION } from "./document/migrate-document.ts";
export {
  readBoard,
  readItem,
  readItemField,
  readItemFields,
  readingOrder,
  type AnyItem,
} from "./document/read-board.ts";
export { editBoard, type BoardEditor } from "./document/edit-board.ts";
export {
  citedProvisions,
  languageOfItem,
  searchedTexts,
  textsOfItem,
  titleOfItem,
} from "./document/item-text.ts";
export { linksChanged, linksOfItem, statesLinks, type StatedLink } from "./document/item-links.ts";
export { fieldForLink, type LinkingField } from "./document/field-for-link.ts";
export { pointToCopies } from "./document/point-to-copies.ts";
export { applyText, textDiff, type TextDiff } from "./document/text-diff.ts";
export { textLength } from "./document/plain-text.ts";
export { compareCodeUnits, isRank, LAST_RANK, rankBetween } from "./document/ranks.ts";

export { anchor, type Anchor, type AnchorField } from "./document/fields/anchor.ts";
export { breakdown, type BreakdownField } from "./document/fields/breakdown.ts";
export { choice, type ChoiceField } from "./document/fields/choice.ts";
export { choices, type ChoicesField } from "./document/fields/choices.ts";
export { colour, PAPER_COLOURS, type PaperColour } from "./document/fields/colour.ts";
export { date, isCalendarDate, type DateField } from "./document/fields/date.ts";
export { isItemRef, itemRef, type ItemRefField } from "./document/fields/item-ref.ts";
export { language } from "./document/fields/language.ts";
export {
  addressKey,
  isLinks,
  LINK_TEXT_LENGTH,
  links,
  linksOf,
  linkText,
  type ItemAddress,
  type Link,
  type LinkCopy,
  type LinksField,
} from "./document/fields/links.ts";
export { mark } from "./document/fields/mark.ts";
export {
  CURRENCIES,
  LARGEST_AMOUNT,
  money,
  type Currency,
  type Money,
  type MoneyField,
} from "./document/fields/money.ts";
export { LARGEST_NUMBER, number, type NumberField } from "./document/fields/number.ts";
export { option, type OptionField } from "./document/fields/option.ts";
export {
  organisation,
  ORGANISATION_LENGTH,
  type NamedOrganisation,
  type OrganisationField,
  type OrganisationInput,
} from "./document/fields/organisation.ts";
export { organisations, type OrganisationsField } from "./document/fields/organisations.ts";
export { isPeriod, period, type PeriodField } from "./document/fields/period.ts";
export { points, type PointsField } from "./document/fields/points.ts";
export { position, type Position } from "./document/fields/position.ts";
export { provision, type ProvisionField } from "./document/fields/provision.ts";
export { isProvisionId } from "./document/fields/provision-id.ts";
export { provisions, type ProvisionsField } from "./document/fields/provisions.ts";
export { rank } from "./document/fields/rank.ts";
export { rating, type RatingField } from "./document/fields/rating.ts";
export { reference, type CodeList, type ReferenceField } from "./document/fields/reference.ts";
export { references, type ReferencesField } from "./document/fields/references.ts";
export { scoreKey, scores, scoresOf, type PairScore, type ScoresField } from "./document/fields/scores.ts";
export { isSectionRef, sectionRef, type SectionField } from "./document/fields/section-ref.ts";
export { size, type Size, type SizeField } from "./document/fields/size.ts";
export { tags, type TagsField } from "./document/fields/tags.ts";
export { isText, text, type TextField } from "./document/fields/text.ts";
export {
  TRANSLATION_STATUSES,
  translations,
  type Translation,
  type Translations,
  type TranslationsChange,
  type TranslationsField,
  type TranslationStatus,
} from "./document/fields/translations.ts";
export { MAX_URL_LENGTH, url } from "./document/fields/url.ts";
export { urls, type UrlsField } from "./document/fields/urls.ts";
export type { EntryChanges, MapField } from "./document/map-field.ts";

export { boardKinds, OPENABLE_KINDS } from "./boards/board-kinds.ts";
export {
  CLUSTER_NAME_LENGTH,
  NOTE_LENGTH,
  swot,
  type SwotCluster,
  type SwotNote,
} from "./boards/swot/board.ts";
export { SWOT_SECTION_KEYS, SWOT_SECTIONS, type SwotSection } from "./boards/swot/sections.ts";
export { boardTemplates, type BoardTemplate } from "./boards/templates.ts";
export {
  checkTemplateContent,
  MOST_QUESTIONS,
  MOST_SECTIONS,
  QUESTION_LENGTH,
  SECTION_NAME_LENGTH,
  templateContentOf,
  type TemplateColumnContent,
  type TemplateContent,
  type TemplateSectionContent,
} from "./boards/template-content.ts";
export { withTemplate } from "./boards/with-template.ts";
export { MONITORING_KINDS } from "./boards/monitoring-kinds.ts";
export { ACTOR_TYPES, type ActorType } from "./boards/actor-types.ts";
export { GOVERNANCE_LEVELS, type GovernanceLevel } from "./boards/governance-levels.ts";
export { isFor, SENSITIVITIES, type Sensitivity } from "./boards/sensitivity.ts";
export { isLate } from "./boards/deadline.ts";
export { showCounts, SMALLEST_SHOWN_COUNT } from "./boards/small-counts.ts";

export {
  tows,
  TOWS_SECTION_KEYS,
  type TowsFactor,
  type TowsQuadrant,
  type TowsSide,
  type TowsStrategy,
} from "./boards/tows/board.ts";
export {
  confront,
  STRONG_ENOUGH,
  strongPairs,
  type Confrontation,
  type TowsCell,
  type TowsTotal,
} from "./boards/tows/confrontation.ts";
export { FACTORS_PER_SIDE, factorsOfSwot } from "./boards/tows/factors-of-swot.ts";

export {
  DIMENSIONS,
  DIRECTIONS,
  INDICATOR_TYPES,
  PERIODICITIES,
  UNITS,
  type Dimension,
  type Direction,
  type IndicatorType,
  type Periodicity,
  type Unit,
} from "./boards/indicator-card/lists.ts";
export {
  INDICATOR_STATES,
  nextStates,
  PROPOSED,
  takeStep,
  type CardStanding,
  type IndicatorStatus,
  type Step,
  type StepGiven,
  type StepRefusal,
} from "./boards/indicator-card/lifecycle.ts";
export {
  AGREEMENT_SCALE,
  agreementOf,
  bothSidesMissing,
  isHeard,
  voicesAbout,
  type Agreement,
  type AgreementValue,
  type RaisedVoice,
  type Voice,
} from "./boards/indicator-card/agreement.ts";
export {
  changedFields,
  DEFINING_FIELDS,
  definitionOf,
  isSameDefinition,
  type CardDefinition,
} from "./boards/indicator-card/definition.ts";
export { agreementNames } from "./boards/indicator-card/lists.ts";
export { checkCard, QUALITY_QUESTIONS, type CardFinding } from "./boards/indicator-card/check-card.ts";
export {
  assess,
  ASSESSMENT_STATUSES,
  BANDS,
  type Aim,
  type Assessment,
  type AssessmentStatus,
  type Bands,
  type SeriesPoint,
} from "./boards/indicator-card/assess.ts";
export { monitoringTool, type Indicator } from "./boards/monitoring-tool/board.ts";
export {
  discriminationMonitoringTool,
  NEVER_RECORDED,
} from "./boards/discrimination-monitoring-tool/board.ts";

export { actionPlan, type PlannedAction } from "./boards/action-plan/board.ts";
export { planFindings, shownStatus, type PlanFinding } from "./boards/action-plan/plan-findings.ts";
export {
  GENDER_CLASSES,
  genderBalanceSheet,
  type BudgetLine,
  type GenderClass,
} from "./boards/gender-balance-sheet/board.ts";
export { classSums, type ClassSum } from "./boards/gender-balance-sheet/class-sums.ts";
export {
  dataCoverage,
  shownBeneficiaries,
  spentPerBeneficiary,
  type SpentOn,
} from "./boards/gender-balance-sheet/beneficiaries.ts";
export { changeOnPreviousYear, type LineChange } from "./boards/gender-balance-sheet/previous-year.ts";
export {
  TRAINING_TOPICS,
  trainingNeeds,
  type TrainingNote,
  type TrainingTopic,
} from "./boards/training-needs/board.ts";
export {
  needsByType,
  topicNeeds,
  type HeatRow,
  type TopicNeed,
  type TrainingAnswer,
} from "./boards/training-needs/needs.ts";
export {
  RECOMMENDATION_STATES,
  recommendations,
  type Recommendation,
  type RecommendationStatus,
} from "./boards/recommendations/board.ts";
export { letters, overdue, worth, type Letter } from "./boards/recommendations/letters.ts";
export {
  nextRecommendationStates,
  recommendationRefusals,
  type RecommendationRefusal,
} from "./boards/recommendations/steps.ts";
export { stakeholderMap, type Stakeholder } from "./boards/stakeholder-map/board.ts";
export { quadrantOf, QUADRANTS, toInvite, type Quadrant } from "./boards/stakeholder-map/quadrant.ts";
export { focusGroup, type FocusGroupNote } from "./boards/focus-group/board.ts";
export { isSpeakerCode, leaving, misplaced, themes, type LeavingNote } from "./boards/focus-group/leaving.ts";
export { pestel, type PestelFactor } from "./boards/pestel/board.ts";
export { priorityOf, toCarry } from "./boards/pestel/priority.ts";
export { theoryOfChange, type ChangeStep, type LogicLink } from "./boards/theory-of-change/board.ts";
export { logicOf, type Logic } from "./boards/theory-of-change/logic.ts";
export { closesCircle, closingArrows, type Arrow } from "./document/circles.ts";
export { selfAssessment, type AssessedItem } from "./boards/self-assessment/board.ts";
export {
  agreedRatingRefusals,
  differenceOf,
  differences,
  profileOf,
  type LevelCounts,
  type RatedItem,
} from "./boards/self-assessment/profile.ts";
export { peerReview, REVIEW_STEPS, type ReviewedItem } from "./boards/peer-review/board.ts";
export { mutualReviews, reviewFindings, stepOf, type ReviewFinding } from "./boards/peer-review/review.ts";
export {
  eccarOf,
  localStrategy,
  MEASURE_STATES,
  type Measure,
  type MeasureStatus,
} from "./boards/local-strategy/board.ts";
export {
  lateMeasures,
  measureRefusals,
  nextMeasureStates,
  uncoveredPoints,
  type MeasureRefusal,
} from "./boards/local-strategy/measures.ts";
export { freeBoard, INK_COLOURS, type FreeNote } from "./boards/free-board/board.ts";

export {
  BOARD_CONDITIONS,
  BOARD_STATES,
  boardCondition,
  EDITING_POLICIES,
  ROLES,
  type BoardState,
  type BoardCondition,
  type BoardEditing,
  type Role,
} from "./people/roles.ts";
export { STAKEHOLDER_GROUPS, type ShownGroup, type StakeholderGroup } from "./people/stakeholder-groups.ts";
export { mergeSmallGroups, SMALLEST_SHOWN_GROUP } from "./people/merge-small-groups.ts";
export { CONSENT_VERSION, mostOpenDisplay } from "./people/consent.ts";
export {
  INVITE_CODE_LENGTH,
  INVITE_CODE_LETTERS,
  readInviteCode,
  showInviteCode,
} from "./people/invite-code.ts";
export { authorAs, DISPLAY_POLICIES, type BoardDisplay, type ShownAuthor } from "./people/display.ts";
export {
  ACTIONS,
  can,
  ITEM_NOUNS,
  type Action,
  type CircumstancesOf,
  type ItemNoun,
  type Decision,
  type RefusalCode,
  RULES,
} from "./people/policy.ts";

export {
  parseClientMessage,
  parseServerMessage,
  type ClientMessage,
  type ReadOnlyReason,
  type ServerMessage,
  type SyncScope,
} from "./sync/messages.ts";
export { documentName, parseDocumentName } from "./sync/document-name.ts";
export {
  PRESENCE_COLOURS,
  type AwarenessState,
  type ClientAwareness,
  type PresenceFocus,
  type PresenceUser,
} from "./sync/awareness.ts";
