import type { StakeholderGroup as Group } from "@tavolo/schema";
import { Field, ObjectType } from "type-graphql";
import { connectionType } from "../graphql/connection.ts";
import { StakeholderGroup } from "../graphql/enums.ts";

@ObjectType({ description: "Someone on a board, as its display policy shows them – to everyone alike." })
export class Author {
  @Field(() => String, { nullable: true, description: "Their name; null unless the board shows names." })
  displayName!: string | null;

  @Field(() => StakeholderGroup, {
    nullable: true,
    description:
      "Their group; where the board shows groups only, small ones are OTHER. Null where hidden or unknown.",
  })
  stakeholderGroup!: Group | "other" | null;

  @Field(() => Boolean, { description: "Whether this is the viewer." })
  isViewer!: boolean;
}

export const AuthorConnection = connectionType("Author", () => Author, "people on a board");
