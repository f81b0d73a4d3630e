import type { StakeholderGroup as Group } from "@tavolo/schema";
import { Field, ID, InputType } from "type-graphql";
import { BoardKind } from "../kinds/board-kind.ts";
import { StakeholderGroup } from "../graphql/enums.ts";
import { DateTime } from "../graphql/scalars.ts";

@InputType({ description: "Which items to list; every condition that is given holds." })
export class ItemFilter {
  @Field(() => ID, { nullable: true, description: "Only those of this project." })
  project?: string | null;

  @Field(() => BoardKind, { nullable: true, description: "Only those on boards of this method." })
  kind?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Only those of this collection, by the name that `collection` answers: notes, clusters.",
  })
  collection?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Only those in the section with this key, by the key that `sectionKey` answers.",
  })
  section?: string | null;

  @Field(() => ID, { nullable: true, description: "Only those that cite this provision, such as CFR-12." })
  provision?: string | null;

  @Field(() => StakeholderGroup, {
    nullable: true,
    description:
      "Only those whose author’s group is shown as this one: where a board shows no groups none is found, and where it merges small groups they are found as OTHER alone.",
  })
  stakeholderGroup?: Group | "other" | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Only those that have every one of these words, as the beginning of one, in their texts, translations or free words; accents and case do not matter. One word needs two letters.",
  })
  text?: string | null;

  @Field(() => DateTime, { nullable: true, description: "Only those changed at this moment or later." })
  updatedSince?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "True: only those in the bin; false: only those on the board; null: both.",
  })
  removed?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "True: only those on boards in the archive; false: only those on boards in use; null: both.",
  })
  archived?: boolean | null;
}
