import { AGREEMENT_SCALE, isHeard } from "@tavolo/schema";
import { invalidValue } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { standingOf } from "../sync/decisions/after-decision.ts";
import { decideOnBoard, insistOnIndicators, reasonOf } from "./decide-on-board.ts";
import type { VoiceAgreementInput } from "./decision-input.graphql.ts";
import { type DecisionRefusal, refusedFor } from "./decision-refusals.ts";
import { digestOfCard } from "./indicator-agreement.ts";
import { speakerOf } from "./speaker.ts";

/** Says how far somebody agrees with an indicator, for their organisation where their seat has one. */
export const raiseVoice = async (context: GraphQLContext, input: VoiceAgreementInput): Promise<number> => {
  const value = AGREEMENT_SCALE.find((step) => step === input.value);
  if (value === undefined) throw invalidValue("value", "Agreement goes from 5, full support, to 1, a block.");
  const reason = reasonOf(input);
  return decideOnBoard(context, input, "item.voice", ({ board, participant }) => {
    insistOnIndicators(board.kind, input.collection);
    const speaker = speakerOf(participant);
    return ({ item, decided }) => {
      const refusals: DecisionRefusal[] = [];
      if (speaker.group === null) refusals.push("GROUP_MISSING");
      if (!isHeard({ value, reason })) refusals.push("REASON_MISSING");
      if (["RETIRED", "REJECTED"].includes(standingOf(decided).card.status)) refusals.push("LIFE_ENDED");
      if (refusals.length > 0) throw refusedFor(refusals);
      const place = { collection: input.collection, item: item.id };
      return { type: "voice", ...place, ...speaker, value, reason, about: digestOfCard(item) };
    };
  });
};
