import { Migration } from "@mikro-orm/migrations";
import { fillItemLinks } from "../../sync/projection/fill-item-links.ts";

/** What items come from and what comes of them, to be found from both ends; read from the items that there are. */
export class Migration20261129_Links extends Migration {
  override async up(): Promise<void> {
    await this.execute(table);
    await fillItemLinks(this.getEntityManager());
    for (const statement of afterwards) await this.execute(statement);
  }
}

const table = `create table "item_link" (
  "board" uuid not null,
  "collection" text not null,
  "item" uuid not null,
  "field" text not null,
  "target_board" uuid not null,
  "target_collection" text not null,
  "target" uuid not null,
  "leads_on" boolean not null,
  "pointer" boolean not null,
  "kind" text not null,
  "text" text not null,
  "project" uuid not null,
  primary key ("board", "collection", "item", "field", "target_board", "target_collection", "target")
)`;

const afterwards = [
  `create index "item_link_target_board_target_collection_target_index" on "item_link" ("target_board", "target_collection", "target")`,
  `alter table "item_link" add constraint "item_link_board_foreign" foreign key ("board") references "board" ("id") on delete cascade`,
];
