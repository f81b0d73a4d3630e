import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { BoardSchema } from "../../boards/board.entity.ts";
import { ParticipantSchema } from "../../participants/participant.entity.ts";
import { WordsType } from "./words.type.ts";

/** An item as the declared schema reads it: its fields by name. */
export type ItemContent = Readonly<Record<string, unknown>> & { readonly id: string };

/** One note, cluster, … of a board as queries read it, with who wrote it and when; rebuilt from the journal. */
export const BoardItemSchema = defineEntity({
  name: "BoardItem",
  tableName: "board_item",
  indexes: [
    { properties: ["board", "collection", "section", "rank", "id"] },
    { properties: ["board", "cluster"] },
    {
      name: "board_item_words_index",
      expression: `create index "board_item_words_index" on "board_item" using gin ("words")`,
    },
    {
      name: "board_item_provisions_index",
      expression: `create index "board_item_provisions_index" on "board_item" using gin ("provisions") where "provisions" <> '{}'`,
    },
    // Read backwards: last changed first.
    { properties: ["project", "updatedAt", "id"] },
  ],
  properties: {
    board: () => p.manyToOne(BoardSchema).mapToPk().primary(),
    collection: p.text().primary(),
    id: p.uuid().primary(),
    section: p.text().nullable(),
    rank: p.text().collation("C"),
    cluster: p.uuid().nullable(),
    removed: p.boolean(),
    content: p.json<ItemContent>(),
    /** The board’s project, which it never leaves. */
    project: p.uuid(),
    /** What a search finds it by, sorted; read only where it is asked for. */
    words: p.type(WordsType).$type<readonly string[]>().lazy(),
    /** Ids of the provisions that it cites, sorted. */
    provisions: p.array().$type<readonly string[]>(),
    createdBy: () => p.manyToOne(ParticipantSchema).mapToPk().nullable(),
    createdAt: p.datetime(),
    createdSeq: p.integer(),
    updatedBy: () => p.manyToOne(ParticipantSchema).mapToPk().nullable(),
    updatedAt: p.datetime(),
    updatedSeq: p.integer(),
  },
});

export type BoardItem = InferEntity<typeof BoardItemSchema>;
