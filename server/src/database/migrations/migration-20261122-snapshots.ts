import { Migration } from "@mikro-orm/migrations";

/**
 * Snapshots of boards’ documents. Steps are numbered through all generations of a board, and what a client id is
 * bound to outlasts a generation: a new one begins with the document that there is.
 */
export class Migration20261122_Snapshots extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = `
create table "board_snapshot" (
  "board" uuid not null,
  "generation" int not null,
  "seq" int not null,
  "bytes" bytea not null,
  "state_vector" bytea not null,
  "at" timestamptz not null,
  primary key ("board")
);

alter table "board_snapshot" add constraint "board_snapshot_board_foreign" foreign key ("board") references "board" ("id") on update cascade on delete cascade;

alter table "journal_entry" drop constraint "journal_entry_pkey";

alter table "journal_entry" add primary key ("board", "seq");

alter table "client_binding" drop constraint "client_binding_pkey";

alter table "client_binding" drop column "generation";

alter table "client_binding" add primary key ("board", "client_id")
`
  .split(";\n")
  .map((statement) => statement.trim());
