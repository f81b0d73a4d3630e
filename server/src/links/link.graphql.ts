import { boardKinds, type LanguageCode } from "@tavolo/schema";
import { Ctx, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { describedEnum } from "../graphql/enums.ts";
import { connectionType } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { LanguageArg } from "../graphql/language.ts";
import { BoardKind } from "../kinds/board-kind.ts";
import { labelOf } from "./link-label.ts";
import type { FoundLink } from "./links-from.ts";

/** Which way a link is followed. */
export type Direction = "origins" | "results";

export const TraceDirection = describedEnum("TraceDirection", "Which way links are followed.", {
  ORIGINS: ["origins", "To what an item comes from; why an indicator exists."],
  RESULTS: ["results", "To what comes of an item; what became of a note."],
});

export type LinkEndState = "live" | "removed" | "gone" | "hidden";

export const LinkState = describedEnum("LinkState", "How the other end of a link is.", {
  LIVE: ["live", "It is on its board."],
  REMOVED: ["removed", "It lies in the bin of its board, where it can be read and restored."],
  GONE: ["gone", "It is nowhere any more, or its board is not; what it said when it was linked is kept."],
  HIDDEN: ["hidden", "It is on a board at which the viewer does not sit."],
});

@ObjectType({
  description: "Where an item is: kept when it moves within its board, and when its board moves.",
})
export class ItemAddress {
  @Field(() => ID, { description: "Its board." })
  boardId!: string;

  @Field(() => String, { description: "The collection it is of, by the name that `collection` answers." })
  collection!: string;

  @Field(() => ID, { description: "Its id on that board." })
  id!: string;
}

@InputType({ description: "Where an item is." })
export class ItemAddressInput {
  @Field(() => ID, { description: "Its board." })
  boardId!: string;

  @Field(() => String, { description: "The collection it is of, by the name that `collection` answers." })
  collection!: string;

  @Field(() => ID, { description: "Its id on that board." })
  id!: string;
}

@ObjectType({
  description:
    "One step between an item and what it comes from, or what comes of it: a citation, or structure such as a note in its group.",
})
export class TraceLink {
  constructor(readonly found: FoundLink) {}

  @Field(() => Boolean, {
    description:
      "Whether this item holds the link; otherwise the other end does, and is edited to unlink both.",
  })
  get isOwn(): boolean {
    return this.found.cites;
  }

  @Field(() => String, {
    nullable: true,
    description:
      "The field that holds it, such as indicator; null where that is on a board the viewer does not see.",
  })
  get field(): string | null {
    return this.found.seen ? this.found.field : null;
  }

  @Field(() => String, { nullable: true, description: "What that field is called." })
  label(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string | null {
    return labelOf(this.found, language, context);
  }

  @Field(() => ItemAddress, {
    nullable: true,
    description:
      "Where the other end is; null where it holds the link on a board that the viewer does not see.",
  })
  get address(): ItemAddress | null {
    return addressOf(this.found);
  }

  @Field(() => BoardKind, {
    nullable: true,
    description:
      "The method of the other end’s board, as it was linked; null where `address` is, or for unknown ones.",
  })
  get kind(): string | null {
    return kindOf(this.found);
  }
}

export const TraceLinkConnection = connectionType("TraceLink", () => TraceLink, "links");

/** The other end of a link, to whom it may be told. */
export const addressOf = ({ seen, boardId, collection, id }: FoundLink): ItemAddress | null =>
  seen ? { boardId, collection, id } : null;

/** Documents say what kind they link to; one that this version does not know is told as none. */
export const kindOf = ({ seen, kind }: FoundLink): string | null =>
  seen && boardKinds.has(kind) ? kind : null;

@ObjectType({ description: "What cites an item, as a warning before it is removed." })
export class Citations {
  @Field(() => Int, {
    description:
      "How many links of other items hold it that are not in the bin, on boards of the project and the viewer’s others.",
  })
  total!: number;

  @Field(() => [TraceLink], { description: "The first three of them, those that the viewer sees first." })
  links!: TraceLink[];
}

@ObjectType({ description: "What cites one of the items that were asked for." })
export class ItemCitations extends Citations {
  @Field(() => ID, { description: "The item." })
  id!: string;

  @Field(() => String, { description: "The collection it is of." })
  collection!: string;
}

@InputType({ description: "One item of a board that is named beside it." })
export class ItemKeyInput {
  @Field(() => String, { description: "The collection it is of, by the name that `collection` answers." })
  collection!: string;

  @Field(() => ID, { description: "Its id on that board." })
  id!: string;
}
