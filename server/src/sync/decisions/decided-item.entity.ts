import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { CardStanding, RaisedVoice } from "@tavolo/schema";
import { BoardSchema } from "../../boards/board.entity.ts";
import { ParticipantSchema } from "../../participants/participant.entity.ts";

/** A voice as it is kept: whether it is the duty-bearer’s follows from the card when that is asked. */
export interface KeptVoice extends Omit<RaisedVoice, "dutyBearer"> {
  readonly seq: number;
  readonly participant: string | null;
  readonly organisation: string | null;
}

/** How an indicator stands, and who said what about it. */
export interface IndicatorStanding {
  readonly card: CardStanding;
  /** Of each speaker the last voice since the present round began: with the proposal, in use, or with a revision. */
  readonly voices: readonly KeptVoice[];
  /** The voices with which it was agreed last, dissent among them. */
  readonly agreedWith: readonly KeptVoice[];
  /** The voice that a moderator said is the duty-bearer’s. */
  readonly dutyBearersVoice: number | null;
}

/** What was decided about one item of a board so far; follows from the journal. */
export const DecidedItemSchema = defineEntity({
  name: "DecidedItem",
  tableName: "decided_item",
  properties: {
    board: () => p.manyToOne(BoardSchema).mapToPk().primary(),
    collection: p.text().primary(),
    item: p.uuid().primary(),
    /** The decided fields by name; one that is missing holds its initial value. */
    values: p.json<Readonly<Record<string, unknown>>>(),
    /** Of indicators alone. */
    standing: p.json<IndicatorStanding>().nullable(),
    decidedSeq: p.integer(),
    decidedAt: p.datetime(),
    decidedBy: () => p.manyToOne(ParticipantSchema).mapToPk().nullable(),
  },
});

export type DecidedItem = InferEntity<typeof DecidedItemSchema>;
