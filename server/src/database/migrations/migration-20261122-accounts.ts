import { Migration } from "@mikro-orm/migrations";

/** Addresses, passwords, renewable sessions, invitations for moderators and sign-in providers. */
export class Migration20261122_Accounts extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = `
alter table "person" add "email" text null, add "email_confirmed_at" timestamptz null, add "password_hash" text null;

alter table "person" add constraint "person_email_unique" unique ("email");

alter table "session" add "idle_days" int not null default 30, add "started_by" text not null default 'link', add "device" text null, add "token_issued_at" timestamptz not null default now(), add "next_token_hash" bytea null, add "next_issued_at" timestamptz null, add "former_token_hash" bytea null, add "former_ends_at" timestamptz null;

alter table "session" add constraint "session_next_token_hash_unique" unique ("next_token_hash");

alter table "session" add constraint "session_former_token_hash_unique" unique ("former_token_hash");

alter table "session" add constraint "session_started_by_check" check ("started_by" in ('link', 'password', 'provider', 'invite'));

alter table "sign_in_link" add "purpose" text not null default 'sign_in', add "email" text null;

alter table "sign_in_link" add constraint "sign_in_link_purpose_check" check ("purpose" in ('sign_in', 'set_up', 'confirm_email'));

create table "provider_identity" (
  "id" uuid not null,
  "issuer" text not null,
  "subject" text not null,
  "person" uuid not null,
  "created_at" timestamptz not null default now(),
  primary key ("id")
);

create index "provider_identity_person_index" on "provider_identity" ("person");

alter table "provider_identity" add constraint "provider_identity_issuer_subject_unique" unique ("issuer", "subject");

create table "moderator_invitation" (
  "id" uuid not null,
  "project" uuid not null,
  "email" text not null,
  "language" text not null,
  "token_hash" bytea not null,
  "invited_by" uuid not null,
  "mailed" boolean not null default false,
  "created_at" timestamptz not null default now(),
  "expires_at" timestamptz not null,
  "accepted_at" timestamptz null,
  "accepted_by" uuid null,
  "revoked_at" timestamptz null,
  primary key ("id")
);

create index "moderator_invitation_project_index" on "moderator_invitation" ("project");

alter table "moderator_invitation" add constraint "moderator_invitation_token_hash_unique" unique ("token_hash");

alter table "provider_identity" add constraint "provider_identity_person_foreign" foreign key ("person") references "person" ("id");

alter table "moderator_invitation" add constraint "moderator_invitation_project_foreign" foreign key ("project") references "project" ("id");

alter table "moderator_invitation" add constraint "moderator_invitation_invited_by_foreign" foreign key ("invited_by") references "participant" ("id");

alter table "moderator_invitation" add constraint "moderator_invitation_accepted_by_foreign" foreign key ("accepted_by") references "person" ("id") on delete set null
`
  .split(";\n")
  .map((statement) => statement.trim());
