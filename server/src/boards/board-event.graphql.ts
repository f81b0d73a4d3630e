import type { BoardDisplay, BoardEditing } from "@tavolo/schema";
import { Ctx, Field, Int, InterfaceType, ObjectType } from "type-graphql";
import { Cluster } from "../clusters/cluster.graphql.ts";
import { loadCluster } from "../clusters/load-clusters.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { Display, Editing, SwotSection } from "../graphql/enums.ts";
import { DateTime } from "../graphql/scalars.ts";
import { Item } from "../items/item.graphql.ts";
import { toItem } from "../kinds/kind-types.ts";
import { itemNotFound } from "../errors.ts";
import { loadItem } from "./load-item.ts";
import { loadNote } from "../notes/load-notes.ts";
import { Note } from "../notes/note.graphql.ts";
import { authorOn } from "../participants/author-on.ts";
import { Author } from "../participants/author.graphql.ts";
import type { BoardEvent as BoardEventRow } from "../sync/projection/board-event.entity.ts";

const sectionLeft = ({ payload: { fromSection, toSection } }: BoardEventRow): string | null =>
  fromSection !== undefined && fromSection !== toSection ? fromSection : null;

@InterfaceType({ description: "Something that happened on a board; numbered without gaps." })
export abstract class BoardEvent {
  constructor(
    readonly row: BoardEventRow,
    /** Of its board. */
    protected readonly boardKind: string,
  ) {}

  @Field(() => Int, { description: "Its number on the board; resume with it as `after`." })
  get number(): number {
    return this.row.number;
  }

  @Field(() => Int, { description: "The board’s revision that holds it." })
  get revision(): number {
    return this.row.seq;
  }

  @Field(() => DateTime, { description: "When it happened." })
  get at(): Date {
    return this.row.at;
  }

  @Field(() => Author, { description: "Who did it, as the board’s display policy shows them." })
  async actor(@Ctx() context: GraphQLContext): Promise<Author> {
    return authorOn(context, this.row.board, this.row.actor ?? null);
  }
}

@InterfaceType({ implements: BoardEvent, description: "Something that happened to a note." })
export abstract class NoteEvent extends BoardEvent {
  @Field(() => Note, { description: "The note as it is now, which may be later than the event." })
  async note(@Ctx() context: GraphQLContext): Promise<Note> {
    return loadNote(context, this.row.board, this.row.item ?? "");
  }
}

@InterfaceType({ implements: BoardEvent, description: "Something that happened to a cluster." })
export abstract class ClusterEvent extends BoardEvent {
  @Field(() => Cluster, { description: "The cluster as it is now, which may be later than the event." })
  async cluster(@Ctx() context: GraphQLContext): Promise<Cluster> {
    return loadCluster(context, this.row.board, this.row.item ?? "");
  }
}

@InterfaceType({
  implements: BoardEvent,
  description: "Something that happened to an item of a board that is no SWOT.",
})
export abstract class ItemEvent extends BoardEvent {
  @Field(() => Item, { description: "The item as it is now, which may be later than the event." })
  async item(@Ctx() context: GraphQLContext): Promise<Item> {
    const { board, collection, item } = this.row;
    const row = await loadItem(context, { board, collection: collection ?? "", id: item ?? "" });
    if (!row) throw itemNotFound(item ?? "");
    return toItem(this.boardKind, row);
  }
}

@ObjectType({ implements: [ItemEvent, BoardEvent], description: "Somebody added an item." })
export class ItemAdded extends ItemEvent {}

@ObjectType({
  implements: [ItemEvent, BoardEvent],
  description: "Somebody changed what an item says or carries.",
})
export class ItemChanged extends ItemEvent {
  @Field(() => [String], { description: "Names of the item’s fields that changed." })
  get changedFields(): readonly string[] {
    return this.row.payload.fields ?? [];
  }
}

@ObjectType({
  implements: [ItemEvent, BoardEvent],
  description: "Somebody moved an item: to another section or place.",
})
export class ItemMoved extends ItemEvent {
  @Field(() => String, {
    nullable: true,
    description: "The key of the section it left; null if it stayed in its own.",
  })
  get fromSectionKey(): string | null {
    return sectionLeft(this.row);
  }
}

@ObjectType({ implements: [ItemEvent, BoardEvent], description: "Somebody put an item into the bin." })
export class ItemRemoved extends ItemEvent {}

@ObjectType({ implements: [ItemEvent, BoardEvent], description: "Somebody took an item back from the bin." })
export class ItemRestored extends ItemEvent {}

@ObjectType({
  implements: [ItemEvent, BoardEvent],
  description: "Somebody decided about an item, or said how far they agree with it.",
})
export class ItemDecided extends ItemEvent {
  @Field(() => [String], { description: "Names of the item’s fields that tell something else now." })
  get changedFields(): readonly string[] {
    return this.row.payload.fields ?? [];
  }
}

@ObjectType({ implements: [NoteEvent, BoardEvent], description: "Somebody added a note." })
export class NoteAdded extends NoteEvent {}

@ObjectType({
  implements: [NoteEvent, BoardEvent],
  description: "Somebody changed what a note says or carries.",
})
export class NoteChanged extends NoteEvent {
  @Field(() => [String], { description: "Names of the fields of Note that changed." })
  get changedFields(): readonly string[] {
    return this.row.payload.fields ?? [];
  }
}

@ObjectType({
  implements: [NoteEvent, BoardEvent],
  description: "Somebody moved a note: to another section, cluster or place.",
})
export class NoteMoved extends NoteEvent {
  @Field(() => SwotSection, {
    nullable: true,
    description: "The section it left; null if it stayed in its own.",
  })
  get fromSection(): string | null {
    return sectionLeft(this.row);
  }
}

@ObjectType({ implements: [NoteEvent, BoardEvent], description: "Somebody put a note into the bin." })
export class NoteRemoved extends NoteEvent {}

@ObjectType({ implements: [NoteEvent, BoardEvent], description: "Somebody took a note back from the bin." })
export class NoteRestored extends NoteEvent {}

@ObjectType({ implements: [ClusterEvent, BoardEvent], description: "Somebody added a cluster." })
export class ClusterAdded extends ClusterEvent {}

@ObjectType({
  implements: [ClusterEvent, BoardEvent],
  description: "Somebody changed a cluster’s name or what it carries.",
})
export class ClusterChanged extends ClusterEvent {
  @Field(() => [String], { description: "Names of the fields of Cluster that changed." })
  get changedFields(): readonly string[] {
    return this.row.payload.fields ?? [];
  }
}

@ObjectType({
  implements: [ClusterEvent, BoardEvent],
  description: "Somebody moved a cluster: to another section or place.",
})
export class ClusterMoved extends ClusterEvent {
  @Field(() => SwotSection, {
    nullable: true,
    description: "The section it left; null if it stayed in its own.",
  })
  get fromSection(): string | null {
    return sectionLeft(this.row);
  }
}

@ObjectType({ implements: [ClusterEvent, BoardEvent], description: "Somebody put a cluster into the bin." })
export class ClusterRemoved extends ClusterEvent {}

@ObjectType({
  implements: [ClusterEvent, BoardEvent],
  description: "Somebody took a cluster back from the bin.",
})
export class ClusterRestored extends ClusterEvent {}

@ObjectType({ implements: BoardEvent, description: "A moderator froze the board." })
export class BoardFrozen extends BoardEvent {
  @Field(() => String, { description: "Why, in the moderator’s words." })
  get reason(): string {
    return this.row.payload.reason ?? "";
  }
}

@ObjectType({ implements: BoardEvent, description: "A moderator opened the board again." })
export class BoardReopened extends BoardEvent {
  @Field(() => String, { description: "Why, in the moderator’s words." })
  get reason(): string {
    return this.row.payload.reason ?? "";
  }
}

@ObjectType({
  implements: BoardEvent,
  description: "A moderator put the board into the archive, by itself or with its workshop or project.",
})
export class BoardArchived extends BoardEvent {}

@ObjectType({ implements: BoardEvent, description: "A moderator took the board back from the archive." })
export class BoardRestored extends BoardEvent {}

@ObjectType({
  implements: BoardEvent,
  description: "A moderator changed who edits what, or what is shown of writers.",
})
export class BoardPolicyChanged extends BoardEvent {
  @Field(() => Editing, {
    nullable: true,
    description: "Who may change others’ items from here on; null if as before.",
  })
  get editing(): BoardEditing | null {
    return this.row.payload.editing ?? null;
  }

  @Field(() => Display, {
    nullable: true,
    description: "What is shown of writers from here on; null if as before.",
  })
  get display(): BoardDisplay | null {
    return this.row.payload.display ?? null;
  }
}
