import { type LanguageCode, swot, type SwotCluster } from "@tavolo/schema";
import { Field, InputType, ObjectType } from "type-graphql";
import { connectionType } from "../graphql/connection.ts";
import { SwotSection } from "../graphql/enums.ts";
import { Language } from "../graphql/language.ts";
import { DateTime } from "../graphql/scalars.ts";
import { Item } from "../items/item.graphql.ts";
import { Position } from "../notes/note.graphql.ts";
import { Translation, translationsOf } from "../notes/translation.graphql.ts";
import type { BoardItem } from "../sync/projection/board-item.entity.ts";

@ObjectType({
  implements: Item,
  description: "Notes of one section that belong together, named by a sentence.",
})
export class Cluster extends Item {
  constructor(
    row: BoardItem,
    readonly content = row.content as unknown as SwotCluster,
  ) {
    super(row, swot);
  }

  @Field(() => String, { description: "What its notes say together; may be empty while nobody named it." })
  get name(): string {
    return this.content.name;
  }

  @Field(() => Language, { description: "The language of `name`." })
  override get language(): LanguageCode {
    return this.content.language;
  }

  @Field(() => [Translation], { description: "Its name in other languages." })
  get translations(): Translation[] {
    return translationsOf(this.content.translations);
  }

  @Field(() => SwotSection, { description: "The field of the matrix it lies in." })
  get section(): SwotCluster["section"] {
    return this.content.section;
  }

  @Field(() => String, {
    description: "Its place in the section: clusters are in order of rank, as bytes compare.",
  })
  get rank(): string {
    return this.content.rank;
  }

  @Field(() => Position, {
    nullable: true,
    description: "Its place on the canvas; null where nobody laid it.",
  })
  get position(): Position | null {
    return this.content.position;
  }

  @Field(() => Boolean, { description: "Whether it lies in the bin; its notes are loose then." })
  override get removed(): boolean {
    return this.content.removed;
  }

  @Field(() => DateTime, { description: "When it was last changed; putting notes in or out does not count." })
  override get updatedAt(): Date {
    return this.row.updatedAt;
  }
}

@InputType({ description: "Which clusters to list." })
export class ClusterFilter {
  @Field(() => SwotSection, { nullable: true, description: "Only those of this section." })
  section?: SwotCluster["section"] | null;

  @Field(() => String, {
    nullable: true,
    description: "Only those whose name or translations contain these words, upper or lower case alike.",
  })
  text?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "True: only those in the bin; false: only those on the board; null: both.",
  })
  removed?: boolean | null;
}

export const ClusterConnection = connectionType("Cluster", () => Cluster, "clusters");
