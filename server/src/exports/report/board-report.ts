import type { LanguageCode } from "@tavolo/schema";

/**
 * What a board says, ready to be taken away in any format: one revision, the bin left out, people only as its
 * display policy shows them. `board` has the shape, the field names and the enum values of the GraphQL API, in
 * the order of `docs/examples/export.graphql`; nothing that a format may not tell is in it.
 */
export interface BoardReport {
  readonly board: ReportedBoard;
  readonly export: ReportedRevision;
}

/** Which state of a board a file holds. */
export interface ReportedRevision {
  readonly revision: number;
  /** The language of titles and names; what people wrote stays in theirs. */
  readonly language: LanguageCode;
  readonly generatedAt: string;
  /** SHA-256 of `board` as compact JSON: the same for every export of one revision in one language. */
  readonly contentSha256: string;
}

/** What a file says of a board of any kind, before what stands on it. */
export interface ReportedHead {
  readonly id: string;
  readonly title: string;
  readonly titles: readonly ReportedText[];
  readonly kind: string;
  readonly state: string;
  readonly stateReason: string | null;
  readonly stateChangedAt: string | null;
  readonly display: string;
  readonly editing: string;
  readonly language: string;
  readonly revision: number;
  readonly createdAt: string;
  readonly project: ReportedProject;
  readonly workshop: ReportedWorkshop;
  readonly analysedObject: ReportedObject | null;
  readonly template: ReportedTemplate;
  /** Who sits at this board, groups below five merged. */
  readonly stakeholderCounts: readonly ReportedStakeholderCount[];
}

export interface ReportedBoard extends ReportedHead {
  readonly counts: { readonly notes: number; readonly clusters: number };
  readonly sections: readonly ReportedSection[];
  readonly clusters: { readonly nodes: readonly ReportedCluster[] };
  readonly notes: { readonly nodes: readonly ReportedNote[] };
}

export interface ReportedText {
  readonly language: string;
  readonly text: string;
}

export interface ReportedTranslation extends ReportedText {
  readonly status: string;
}

export interface ReportedProject {
  readonly id: string;
  readonly name: string;
  readonly city: string | null;
  readonly country: string;
  readonly stakeholderCounts: readonly ReportedStakeholderCount[];
}

export interface ReportedTemplate {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly purpose: string;
}

export interface ReportedStakeholderCount {
  readonly stakeholderGroup: string;
  readonly count: number;
  readonly groups: readonly string[];
}

export interface ReportedWorkshop {
  readonly id: string;
  readonly title: string;
  readonly heldOn: string | null;
  readonly place: string | null;
}

export interface ReportedObject {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly description: string | null;
}

export interface ReportedSection {
  readonly key: string;
  readonly name: string;
  readonly row: string;
  readonly rowName: string;
  readonly column: string;
  readonly columnName: string;
  readonly guidingQuestions: readonly string[];
  readonly noteCount: number;
}

export interface ReportedAuthor {
  readonly displayName: string | null;
  readonly stakeholderGroup: string | null;
}

export interface ReportedCluster {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly translations: readonly ReportedTranslation[];
  readonly section: string;
  readonly rank: string;
  readonly noteCount: number;
  readonly author: ReportedAuthor;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly revision: number;
}

export interface ReportedNote {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly translations: readonly ReportedTranslation[];
  readonly section: string;
  readonly rank: string;
  readonly colour: string;
  readonly factor: { readonly code: string; readonly name: string } | null;
  readonly evidence: string | null;
  readonly affected: readonly string[];
  readonly charterArticles: readonly ReportedArticle[];
  readonly cluster: { readonly id: string; readonly name: string } | null;
  readonly author: ReportedAuthor;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly revision: number;
}

export interface ReportedArticle {
  readonly code: string;
  readonly number: number;
  readonly name: string;
}
