import { Migration } from "@mikro-orm/migrations";

/** Receipts of calls under an idempotency key. */
export class Migration20261129_Mutations extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = `
create table "receipt" (
  "participant" uuid not null,
  "board" uuid not null,
  "key" text not null,
  "request" bytea not null,
  "answer" jsonb not null,
  "revision" int not null,
  "at" timestamptz not null,
  primary key ("participant", "board", "key")
);

create index "receipt_at_index" on "receipt" ("at");

alter table "receipt" add constraint "receipt_participant_foreign" foreign key ("participant") references "participant" ("id");

alter table "receipt" add constraint "receipt_board_foreign" foreign key ("board") references "board" ("id")
`
  .split(";\n")
  .map((statement) => statement.trim());
