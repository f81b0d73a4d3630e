import type { AgreementValue, CardStanding, IndicatorStatus, StakeholderGroup } from "@tavolo/schema";

/** About which item something is decided. */
export interface DecidedPlace {
  readonly collection: string;
  readonly item: string;
}

/** Somebody says how far they agree with an indicator, or takes back what was said. */
export interface VoiceDecision extends DecidedPlace {
  readonly type: "voice";
  /** For whom: the organisation that the seat speaks for, or the seat itself. */
  readonly by: string;
  /** Null where a voice is taken back. */
  readonly value: AgreementValue | null;
  /** The group and the organisation of the seat at that time. */
  readonly group: StakeholderGroup | null;
  readonly organisation: string | null;
  readonly reason: string;
  /** The digest of the definition that was read. */
  readonly about: string;
}

/** An indicator goes one step on. */
export interface StepDecision extends DecidedPlace {
  readonly type: "step";
  /** The decision about this item that was the last one when this was judged; 0 where there was none. */
  readonly base: number;
  readonly from: IndicatorStatus;
  readonly to: IndicatorStatus;
  /** Where it arrived. */
  readonly standing: CardStanding;
  readonly reason: string;
  readonly sourceConfirmed: boolean;
  readonly firstCollection: string | null;
  readonly lastPeriod: string | null;
  /** The voice that a moderator said is the duty-bearer’s, by its sequence number. */
  readonly dutyBearersVoice: number | null;
  /** Names of the item’s fields that changed with it. */
  readonly fields: readonly string[];
}

/** A decided field gets another value. */
export interface ValueDecision extends DecidedPlace {
  readonly type: "value";
  readonly base: number;
  readonly field: string;
  readonly from: unknown;
  readonly value: unknown;
  readonly reason: string;
}

export type ItemDecision = VoiceDecision | StepDecision | ValueDecision;
export const itemDecisionTypes = ["voice", "step", "value"] as const satisfies ItemDecision["type"][];

export const isItemDecision = (decision: { readonly type: string }): decision is ItemDecision =>
  itemDecisionTypes.some((type) => type === decision.type);

/** Names of the item’s fields that tell something else after a decision. */
export const fieldsOf = (decision: ItemDecision): readonly string[] => {
  if (decision.type === "voice") return ["agreement", "objections"];
  return decision.type === "value" ? [decision.field] : decision.fields;
};
