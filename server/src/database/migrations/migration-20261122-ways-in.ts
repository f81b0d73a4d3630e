import { Migration } from "@mikro-orm/migrations";

/** Ways in: short codes, limited and approved invitations, waiting and withdrawn seats, consent, groups at the door. */
export class Migration20261122_WaysIn extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `alter table "invite" add column "short_code" text null, add column "max_uses" int null, add column "needs_approval" boolean not null default false`,
  `alter table "invite" add constraint "invite_short_code_unique" unique ("short_code")`,
  `alter table "participant" add column "waiting_since" timestamptz null, add column "invite" uuid null, add column "consent" jsonb null, add column "withdrawn_at" timestamptz null`,
  `create index "participant_invite_index" on "participant" ("invite")`,
  `alter table "project" add column "groups_at_door" jsonb null`,
];
