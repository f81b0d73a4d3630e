import { Migration } from "@mikro-orm/migrations";

/** The archive of projects, workshops and boards, and where a copied board comes from. */
export class Migration20261122_Archive extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = `
alter table "project" add column "archived_at" timestamptz null;

alter table "workshop" add column "archived_at" timestamptz null, add column "archived_with_project" boolean not null default false;

alter table "board" add column "archived_at" timestamptz null, add column "archived_with" text null, add column "copied_from" uuid null, add column "copied_revision" int null;

alter table "board" add constraint "board_archived_with_check" check ("archived_with" in ('workshop', 'project'));

alter table "board_event" drop constraint "board_event_type_check";

alter table "board_event" add constraint "board_event_type_check" check ("type" in ('item.added', 'item.changed', 'item.moved', 'item.removed', 'item.restored', 'board.frozen', 'board.reopened', 'board.policy', 'board.archived', 'board.restored'))
`
  .split(";\n")
  .map((statement) => statement.trim());
