import { Migration } from "@mikro-orm/migrations";

/** Access tokens say what they are for and end by themselves; a renewed one has the seat of the one before. */
export class Migration20261122_TokenScopes extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `alter table "api_token" add column "scope" text not null default 'write', add column "expires_at" timestamptz null`,
  `alter table "api_token" add constraint "api_token_scope_check" check ("scope" in ('read', 'write'))`,
  // Those who observed could only read; none of the tokens before knew an end, so each gets the longest there is.
  `update "api_token" set "scope" = case when exists (select from "participant" where "participant"."id" = "api_token"."participant" and "role" = 'observer') then 'read' else 'write' end, "expires_at" = now() + interval '365 days'`,
  `alter table "api_token" alter column "expires_at" set not null, alter column "scope" drop default`,
  `alter table "api_token" drop constraint "api_token_participant_unique"`,
  `create index "api_token_participant_index" on "api_token" ("participant")`,
];
