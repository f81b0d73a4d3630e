import { bothSidesMissing } from "@tavolo/schema";
import { Ctx, Field, Int, ObjectType } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { DateTime } from "../graphql/scalars.ts";
import { loadOrganisation } from "../organisations/load-organisations.ts";
import { Organisation } from "../organisations/organisation.graphql.ts";
import { Author } from "../participants/author.graphql.ts";
import { standingOf } from "../sync/decisions/after-decision.ts";
import type { DecidedItem, KeptVoice } from "../sync/decisions/decided-item.entity.ts";
import type { BoardItem } from "../sync/projection/board-item.entity.ts";
import { DecisionRefusalEnum } from "./decision-enums.ts";
import { agreementOn, digestOfCard } from "./indicator-agreement.ts";
import { shownOrganisation, voiceAuthor } from "./voice-author.ts";

@ObjectType({
  description: "How far somebody agrees with an indicator, for their organisation where they have one.",
})
export class AgreementVoice {
  constructor(
    private readonly board: string,
    private readonly voice: KeptVoice,
    private readonly digest: string,
  ) {}

  @Field(() => Int, { description: "The board’s revision that holds it; names it among all others." })
  get revision(): number {
    return this.voice.seq;
  }

  @Field(() => Int, {
    description:
      "5 full support, 4 support with remarks, 3 neutral, 2 disagrees and stands aside, 1 blocks with a reason.",
  })
  get value(): number {
    return this.voice.value;
  }

  @Field(() => String, { description: "Why; empty where nothing was said." })
  get reason(): string {
    return this.voice.reason;
  }

  @Field(() => DateTime, { description: "When it was said." })
  get at(): Date {
    return new Date(this.voice.at);
  }

  @Field(() => Boolean, {
    description: "Whether the definition still reads as it did then; a yes to other words does not count.",
  })
  get isAboutThisDefinition(): boolean {
    return this.voice.about === this.digest;
  }

  @Field(() => Author, {
    description: "Who said it, as the board’s display policy shows them, with the group of that time.",
  })
  async author(@Ctx() context: GraphQLContext): Promise<Author> {
    return voiceAuthor(context, this.board, this.voice);
  }

  @Field(() => Organisation, {
    nullable: true,
    description: "For whom, where that is an organisation and the board shows names.",
  })
  async organisation(@Ctx() context: GraphQLContext): Promise<Organisation | null> {
    const id = await shownOrganisation(context, this.board, this.voice);
    return id ? loadOrganisation(context, id) : null;
  }
}

@ObjectType({
  description: "How both sides stand to an indicator: since it was proposed, came into use or is revised.",
})
export class IndicatorAgreement {
  constructor(
    private readonly row: BoardItem,
    private readonly decided: DecidedItem | null,
  ) {}

  #told(voices: readonly KeptVoice[]): AgreementVoice[] {
    const digest = digestOfCard(this.row.content);
    return voices.map((voice) => new AgreementVoice(this.row.board, voice, digest));
  }

  get #agreement() {
    return agreementOn(standingOf(this.decided), this.row.content);
  }

  @Field(() => [AgreementVoice], { description: "What everybody said last, oldest first." })
  get voices(): AgreementVoice[] {
    return this.#told(standingOf(this.decided).voices);
  }

  @Field(() => [AgreementVoice], { description: "Those who said yes for the duty-bearer." })
  get dutyBearer(): AgreementVoice[] {
    return this.#told(this.#agreement.dutyBearer);
  }

  @Field(() => [AgreementVoice], { description: "Those who said yes for civil society or academia." })
  get civilSociety(): AgreementVoice[] {
    return this.#told(this.#agreement.civilSociety);
  }

  @Field(() => [AgreementVoice], { description: "Blocks that were not taken back." })
  get blocks(): AgreementVoice[] {
    return this.#told(this.#agreement.blocks);
  }

  @Field(() => [AgreementVoice], { description: "Who disagrees, blocking or not." })
  get dissent(): AgreementVoice[] {
    return this.#told(this.#agreement.dissent);
  }

  @Field(() => [AgreementVoice], {
    description:
      "What everybody had said when it was agreed last, dissent among it; stays whatever becomes of it.",
  })
  get agreedWith(): AgreementVoice[] {
    return this.#told(standingOf(this.decided).agreedWith);
  }

  @Field(() => [DecisionRefusalEnum], {
    description: "What an agreement of both sides lacks; empty where nothing.",
  })
  get missing(): string[] {
    return bothSidesMissing(this.#agreement);
  }
}
