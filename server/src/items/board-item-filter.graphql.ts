import { Field, InputType } from "type-graphql";

@InputType({ description: "Which items of a board to list; every condition that is given holds." })
export class BoardItemFilter {
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

  @Field(() => String, {
    nullable: true,
    description:
      "Only those that have every one of these words, as the beginning of one; accents and case do not matter.",
  })
  text?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "True: only those in the bin; false: only those on the board; null: both.",
  })
  removed?: boolean | null;
}
