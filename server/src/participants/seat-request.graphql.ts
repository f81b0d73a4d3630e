import type { LanguageCode } from "@tavolo/schema";
import { Ctx, Field, ID, ObjectType } from "type-graphql";
import type { LocalisedText } from "../database/localised-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { SeatStateEnum } from "../graphql/enums.ts";
import { LanguageArg } from "../graphql/language.ts";
import { localise } from "../graphql/localized-text.ts";
import type { SeatState } from "./seat-state.ts";

@ObjectType({ description: "Somebody’s wish for a seat, as they see it themselves." })
export class SeatRequest {
  workshop!: { title: LocalisedText; language: LanguageCode };

  @Field(() => ID, { description: "The id of the seat asked for." })
  id!: string;

  @Field(() => SeatStateEnum, { description: "What became of it." })
  state!: SeatState;

  @Field(() => String, { description: "The name it was asked for under." })
  displayName!: string;

  @Field(() => String, { description: "The title of the workshop in one language." })
  workshopTitle(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string {
    return localise(this.workshop.title, language, context, this.workshop.language);
  }
}
