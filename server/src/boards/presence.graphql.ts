import type { StakeholderGroup as Group } from "@tavolo/schema";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { StakeholderGroup } from "../graphql/enums.ts";

@ObjectType({ description: "One open connection to a board, as its display policy shows it." })
export class PresentParticipant {
  @Field(() => ID, { description: "Names this connection only; says nothing about the person." })
  presenceId!: string;

  @Field(() => String, { nullable: true, description: "Their name; null unless the board shows names." })
  displayName!: string | null;

  @Field(() => StakeholderGroup, {
    nullable: true,
    description: "Their group, small ones merged; null where hidden.",
  })
  stakeholderGroup!: Group | "other" | null;

  @Field(() => Int, { description: "A colour to tell connections apart, 1 to 6." })
  colour!: number;

  @Field(() => ID, {
    nullable: true,
    description: "The note or cluster they are editing; null if none or hidden.",
  })
  editing!: string | null;

  @Field(() => Boolean, { description: "Whether this is the viewer." })
  isViewer!: boolean;
}

@ObjectType({ description: "Who has a board open at this moment." })
export class Presence {
  @Field(() => [PresentParticipant], { description: "The connections." })
  participants!: PresentParticipant[];
}
