import { Migration } from "@mikro-orm/migrations";

/** Templates of a project’s own, and the content that a board was made with from one. */
export class Migration20261129_Templates extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `create table "own_template" ("id" uuid not null, "project" uuid not null, "kind" text not null, "base_template" text not null, "base_version" int not null, "version" int not null default 1, "name" jsonb not null, "purpose" jsonb not null, "language" text not null, "content" jsonb not null, "archived_at" timestamptz null, "created_at" timestamptz not null default now(), "created_by" uuid null, primary key ("id"))`,
  `create index "own_template_project_index" on "own_template" ("project")`,
  `alter table "own_template" add constraint "own_template_project_foreign" foreign key ("project") references "project" ("id")`,
  `alter table "own_template" add constraint "own_template_created_by_foreign" foreign key ("created_by") references "participant" ("id") on delete set null`,
  `alter table "board" add column "template_content" jsonb null`,
];
