import type { GraphQLContext } from "../graphql/context.ts";
import { isStanding } from "../participants/is-standing.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { standingOf } from "../sync/decisions/after-decision.ts";
import type { KeptVoice } from "../sync/decisions/decided-item.entity.ts";
import { LoggedDecisionSchema } from "../sync/decisions/logged-decision.entity.ts";
import { decideOnBoard, insistOnIndicators, reasonOf } from "./decide-on-board.ts";
import type { WithdrawVoiceInput } from "./decision-input.graphql.ts";
import { type DecisionRefusal, refusedFor } from "./decision-refusals.ts";
import { digestOfCard } from "./indicator-agreement.ts";
import { speakerOf } from "./speaker.ts";

/**
 * Takes a voice back: one’s own or one’s organisation’s; moderators also that of somebody who is gone, since a block
 * that nobody can answer would stand for ever.
 */
export const takeBackVoice = async (context: GraphQLContext, input: WithdrawVoiceInput): Promise<number> => {
  const reason = reasonOf(input);
  return decideOnBoard(context, input, "item.voice", async ({ board, participant }) => {
    insistOnIndicators(board.kind, input.collection);
    const speaker = speakerOf(participant);
    const isOwn = ({ by, participant: seat }: KeptVoice) => by === speaker.by || seat === participant.id;
    const takesPart = input.voice != null && (await doesSpeakerTakePart(context, board.id, input.voice));
    return ({ item, decided, actor }) => {
      const { voices } = standingOf(decided);
      const voice = voices.find((one) => (input.voice == null ? isOwn(one) : one.seq === input.voice));
      const refusals: DecisionRefusal[] = [];
      if (!voice) refusals.push("VOICE_NOT_FOUND");
      else if (!isOwn(voice)) {
        if (actor.role !== "moderator") refusals.push("NOT_MODERATOR");
        if (takesPart) refusals.push("SPEAKER_TAKES_PART");
        if (reason === "") refusals.push("REASON_MISSING");
      }
      if (!voice || refusals.length > 0) throw refusedFor(refusals);
      const { by, group, organisation } = voice;
      const place = { collection: input.collection, item: item.id };
      return {
        type: "voice",
        ...place,
        by,
        group,
        organisation,
        value: null,
        reason,
        about: digestOfCard(item),
      };
    };
  });
};

const doesSpeakerTakePart = async ({ em }: GraphQLContext, board: string, seq: number): Promise<boolean> => {
  const said = await em.findOne(LoggedDecisionSchema, { board, seq });
  const seat = said?.actor ? await em.findOne(ParticipantSchema, { id: said.actor }) : null;
  return seat !== null && isStanding(seat);
};
