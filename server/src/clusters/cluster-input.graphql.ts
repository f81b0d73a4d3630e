import type { LanguageCode, SwotCluster } from "@tavolo/schema";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { SwotSection } from "../graphql/enums.ts";
import { Language } from "../graphql/language.ts";
import { PositionInput } from "../notes/note.graphql.ts";
import { TranslationInput } from "../notes/translation.graphql.ts";
import { Cluster } from "./cluster.graphql.ts";

@InputType({ description: "A cluster to add, at the end of its section." })
export class AddClusterInput {
  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "A UUID of the caller’s own; a repeated request is then refused instead of adding twice.",
  })
  id?: string | null;

  @Field(() => SwotSection, { description: "The field of the matrix." })
  section!: SwotCluster["section"];

  @Field(() => String, { defaultValue: "", description: "What its notes say together." })
  name!: string;

  @Field(() => Language, { nullable: true, description: "The language of `name`; else the board’s." })
  language?: LanguageCode | null;

  @Field(() => [TranslationInput], { nullable: true, description: "Its name in other languages." })
  translations?: TranslationInput[] | null;

  @Field(() => [ID], { nullable: true, description: "Notes to put in; those of another section come along." })
  noteIds?: string[] | null;

  @Field(() => PositionInput, { nullable: true, description: "Its place on the canvas." })
  position?: PositionInput | null;
}

@InputType({ description: "Changes to a cluster; what is not given stays." })
export class EditClusterInput {
  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => ID, { description: "The cluster." })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: "What its notes say together; merged with what others type at the same time.",
  })
  name?: string | null;

  @Field(() => Language, { nullable: true, description: "The language of its name." })
  language?: LanguageCode | null;

  @Field(() => [TranslationInput], {
    nullable: true,
    description: "Translations to set or remove; others stay.",
  })
  translations?: TranslationInput[] | null;

  @Field(() => PositionInput, { nullable: true, description: "Its place on the canvas; null removes it." })
  position?: PositionInput | null;
}

@InputType({
  description:
    "A new place for a cluster, with all its notes; give one neighbour, or none to keep its place.",
})
export class MoveClusterInput {
  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => ID, { description: "The cluster." })
  id!: string;

  @Field(() => SwotSection, {
    nullable: true,
    description: "The field of the matrix; else it stays in its own.",
  })
  section?: SwotCluster["section"] | null;

  @Field(() => ID, {
    nullable: true,
    description: "The cluster that will follow it; null: it becomes the last.",
  })
  beforeId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The cluster that it will follow; null: it becomes the first.",
  })
  afterId?: string | null;
}

@InputType({ description: "A cluster to put into the bin; its notes stay on the board, loose." })
export class RemoveClusterInput {
  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => ID, { description: "The cluster." })
  id!: string;
}

@InputType({ description: "A cluster to take back from the bin." })
export class RestoreClusterInput {
  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => ID, { description: "The cluster." })
  id!: string;
}

@ObjectType({ description: "A cluster after a change." })
export class ClusterPayload {
  @Field(() => Cluster, { description: "The cluster as it is now." })
  cluster!: Cluster;

  @Field(() => Int, { description: "The board’s revision that holds the change." })
  revision!: number;
}
