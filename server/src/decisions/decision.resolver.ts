import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Board } from "../boards/board.graphql.ts";
import { loadItem } from "../boards/load-item.ts";
import { itemNotFound } from "../errors.ts";
import { boardById } from "../boards/board-by-id.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { toItem } from "../kinds/kind-types.ts";
import { readDecidedRows } from "../sync/decisions/read-decided.ts";
import { decideValue } from "./decide-value.ts";
import {
  DecideItemInput,
  TakeIndicatorStepInput,
  VoiceAgreementInput,
  WithdrawVoiceInput,
} from "./decision-input.graphql.ts";
import { DecidedItem, ItemDecisionPayload } from "./item-decision.graphql.ts";
import { raiseVoice } from "./raise-voice.ts";
import { takeBackVoice } from "./take-back-voice.ts";
import { takeIndicatorStep } from "./take-indicator-step.ts";

@Resolver(() => Board)
export class DecisionResolver {
  @Mutation(() => ItemDecisionPayload, {
    description:
      "Says how far the viewer agrees with an indicator; for contributors and moderators, on open boards. A seat with an organisation speaks for it.",
  })
  async voiceAgreement(
    @Arg("input", () => VoiceAgreementInput, { description: "What to say." }) input: VoiceAgreementInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ItemDecisionPayload> {
    return decided(context, input, await raiseVoice(context, input));
  }

  @Mutation(() => ItemDecisionPayload, {
    description: "Takes back what the viewer, or their organisation, said of an indicator.",
  })
  async withdrawVoice(
    @Arg("input", () => WithdrawVoiceInput, { description: "Which voice." }) input: WithdrawVoiceInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ItemDecisionPayload> {
    return decided(context, input, await takeBackVoice(context, input));
  }

  @Mutation(() => ItemDecisionPayload, {
    description:
      "Takes an indicator one step on. All that keeps it from there is told at once, as `extensions.reasons` of DECISION_REFUSED.",
  })
  async takeIndicatorStep(
    @Arg("input", () => TakeIndicatorStepInput, { description: "Which step." }) input: TakeIndicatorStepInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ItemDecisionPayload> {
    return decided(context, input, await takeIndicatorStep(context, input));
  }

  @Mutation(() => ItemDecisionPayload, {
    description:
      "Decides about an item that is no indicator: a recommendation’s or a measure’s status, the agreed maturity; for moderators.",
  })
  async decideItem(
    @Arg("input", () => DecideItemInput, { description: "What is decided." }) input: DecideItemInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ItemDecisionPayload> {
    return decided(context, input, await decideValue(context, input));
  }

  @FieldResolver(() => [DecidedItem], {
    description: "What is decided about its items, those left out about which nothing was decided yet.",
  })
  async decisions(@Root() { row }: Board, @Ctx() { em }: GraphQLContext): Promise<DecidedItem[]> {
    return (await readDecidedRows(em, row.id)).map((decidedRow) => new DecidedItem(decidedRow));
  }
}

const decided = async (
  context: GraphQLContext,
  { boardId, collection, itemId }: { boardId: string; collection: string; itemId: string },
  revision: number,
): Promise<ItemDecisionPayload> => {
  const board = await context.loaders.of(boardById).load(boardId);
  const row = await loadItem(context, { board: boardId, collection, id: itemId });
  if (!board || !row) throw itemNotFound(itemId);
  return { item: toItem(board.kind, row), revision };
};
