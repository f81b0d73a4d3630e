import {
  type BoardDefinition,
  type CollectionDefinition,
  citedProvisions,
  type LanguageCode,
  languageOfItem,
  textLength,
  textsOfItem,
} from "@tavolo/schema";
import { Arg, Field, ID, Int, InterfaceType } from "type-graphql";
import { BoardKind } from "../kinds/board-kind.ts";

import { invalidValue } from "../errors.ts";
import { Language } from "../graphql/language.ts";
import { DateTime } from "../graphql/scalars.ts";
import type { BoardItem } from "../sync/projection/board-item.entity.ts";

/** A line or two in a list. */
const defaultExcerpt = 160;
/** A paragraph; whoever needs all of it asks the item’s own type. */
const longestExcerpt = 1_200;

@InterfaceType({
  description:
    "Something that people put on a board, whatever its kind: a note, a cluster. What a kind asks for beyond this is in its own type.",
})
export abstract class Item {
  readonly definition: CollectionDefinition;

  /** `revision` is the board’s, not the row’s: what the answer as a whole reflects. */
  constructor(
    readonly row: BoardItem,
    private readonly declared: BoardDefinition,
  ) {
    const definition = declared.collections[row.collection];
    if (!definition) throw new Error(`A ${declared.kind} board has no ${row.collection}.`);
    this.definition = definition;
  }

  @Field(() => ID, { description: "Its id, unique on its board." })
  get id(): string {
    return this.row.id;
  }

  @Field(() => BoardKind, { description: "The method that its board follows." })
  get kind(): string {
    return this.declared.kind;
  }

  @Field(() => String, { description: "What it is among the items of its board, in the plural: notes." })
  get collection(): string {
    return this.row.collection;
  }

  @Field(() => String, {
    nullable: true,
    description: "The key of the section it stands in, such as S; null where its board has no sections.",
  })
  get sectionKey(): string | null {
    return this.row.section ?? null;
  }

  @Field(() => String, {
    description: "The beginning of what it says, in its own language, as one line of plain text.",
  })
  excerpt(
    @Arg("length", () => Int, {
      defaultValue: defaultExcerpt,
      description: `Characters at most, 1 to ${longestExcerpt}; what is cut off ends with “…”.`,
    })
    length: number,
  ): string {
    if (length < 1 || length > longestExcerpt)
      throw invalidValue("length", `An excerpt has 1 to ${longestExcerpt} characters.`);
    const line = textsOfItem(this.definition, this.row.content).join(" · ").replaceAll(/\s+/g, " ").trim();
    if (textLength(line) <= length) return line;
    return `${Array.from(line)
      .slice(0, length - 1)
      .join("")}…`;
  }

  @Field(() => Language, {
    nullable: true,
    description: "The language it is written in; null where its kind does not ask.",
  })
  get language(): LanguageCode | null {
    return languageOfItem(this.definition, this.row.content);
  }

  @Field(() => [ID], { description: "Ids of the provisions that it cites, such as CFR-12." })
  get provisionIds(): string[] {
    return citedProvisions(this.definition, this.row.content);
  }

  @Field(() => Boolean, { description: "Whether it lies in the bin, from where it can be restored." })
  get removed(): boolean {
    return this.row.removed;
  }

  @Field(() => DateTime, { description: "When it was added." })
  get createdAt(): Date {
    return this.row.createdAt;
  }

  @Field(() => DateTime, { description: "When it was last changed." })
  get updatedAt(): Date {
    return this.row.updatedAt;
  }

  @Field(() => Int, { description: "The board’s revision at its last change." })
  get revision(): number {
    return this.row.updatedSeq;
  }
}
