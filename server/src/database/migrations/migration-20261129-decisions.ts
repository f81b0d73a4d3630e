import { Migration } from "@mikro-orm/migrations";

/** What is decided about items, its log, and the event that tells of it. */
export class Migration20261129_Decisions extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `create table "decided_item" ("board" uuid not null, "collection" text not null, "item" uuid not null, "values" jsonb not null, "standing" jsonb null, "decided_seq" int not null, "decided_at" timestamptz not null, "decided_by" uuid null, primary key ("board", "collection", "item"))`,
  `create table "item_decision" ("board" uuid not null, "seq" int not null, "collection" text not null, "item" uuid not null, "actor" uuid null, "at" timestamptz not null, "decision" jsonb not null, primary key ("board", "seq"))`,
  `create index "item_decision_board_collection_item_seq_index" on "item_decision" ("board", "collection", "item", "seq")`,
  `alter table "decided_item" add constraint "decided_item_board_foreign" foreign key ("board") references "board" ("id")`,
  `alter table "decided_item" add constraint "decided_item_decided_by_foreign" foreign key ("decided_by") references "participant" ("id") on delete set null`,
  `alter table "item_decision" add constraint "item_decision_board_foreign" foreign key ("board") references "board" ("id")`,
  `alter table "item_decision" add constraint "item_decision_actor_foreign" foreign key ("actor") references "participant" ("id") on delete set null`,
  `alter table "board_event" drop constraint "board_event_type_check"`,
  `alter table "board_event" add constraint "board_event_type_check" check ("type" in ('item.added', 'item.changed', 'item.moved', 'item.removed', 'item.restored', 'item.decided', 'board.frozen', 'board.reopened', 'board.policy', 'board.archived', 'board.restored'))`,
];
