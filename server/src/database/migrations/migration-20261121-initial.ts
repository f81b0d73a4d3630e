import { Migration } from "@mikro-orm/migrations";

/** All tables of the first version. */
export class Migration20261121_Initial extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

// One statement at a time: the embedded database takes no scripts.
const statements = `
create table "person" (
  "id" uuid not null,
  "administrator" boolean not null default false,
  "display_name" text null,
  "language" text not null default 'en',
  "created_at" timestamptz not null default now(),
  primary key ("id")
);

create table "project" (
  "id" uuid not null,
  "name" jsonb not null,
  "language" text not null,
  "description" jsonb null,
  "city" text null,
  "country" text not null,
  "population" int null,
  "created_at" timestamptz not null default now(),
  "created_by" uuid null,
  primary key ("id")
);

create table "organisation" (
  "id" uuid not null,
  "project" uuid not null,
  "name" jsonb not null,
  "type" text not null,
  primary key ("id")
);

create index "organisation_project_index" on "organisation" ("project");

alter table "organisation" add constraint "organisation_type_check" check ("type" in ('municipality', 'metropolitan_authority', 'region', 'national_authority', 'equality_body', 'city_network', 'cso', 'cso_network', 'community', 'university', 'other'));

create table "analysed_object" (
  "id" uuid not null,
  "project" uuid not null,
  "type" text not null,
  "name" jsonb not null,
  "description" jsonb null,
  primary key ("id")
);

create index "analysed_object_project_index" on "analysed_object" ("project");

alter table "analysed_object" add constraint "analysed_object_type_check" check ("type" in ('civic_space', 'service', 'policy', 'network'));

create table "session" (
  "id" uuid not null,
  "token_hash" bytea not null,
  "person" uuid not null,
  "created_at" timestamptz not null default now(),
  "expires_at" timestamptz not null,
  "last_seen_at" timestamptz not null default now(),
  "revoked_at" timestamptz null,
  primary key ("id")
);

alter table "session" add constraint "session_token_hash_unique" unique ("token_hash");

create index "session_person_index" on "session" ("person");

create table "sign_in_link" (
  "id" uuid not null,
  "token_hash" bytea not null,
  "person" uuid not null,
  "created_at" timestamptz not null default now(),
  "expires_at" timestamptz not null,
  "used_at" timestamptz null,
  primary key ("id")
);

alter table "sign_in_link" add constraint "sign_in_link_token_hash_unique" unique ("token_hash");

create index "sign_in_link_person_index" on "sign_in_link" ("person");

create table "workshop" (
  "id" uuid not null,
  "project" uuid not null,
  "title" jsonb not null,
  "language" text not null,
  "held_on" date null,
  "place" jsonb null,
  "created_at" timestamptz not null default now(),
  primary key ("id")
);

create index "workshop_project_index" on "workshop" ("project");

create table "participant" (
  "id" uuid not null,
  "project" uuid not null,
  "workshop" uuid null,
  "person" uuid null,
  "kind" text not null default 'human',
  "role" text not null,
  "display_name" text not null,
  "stakeholder_group" text null,
  "organisation" uuid null,
  "language" text not null,
  "joined_at" timestamptz not null default now(),
  "removed_at" timestamptz null,
  primary key ("id")
);

create index "participant_workshop_index" on "participant" ("workshop");

create index "participant_person_project_index" on "participant" ("person", "project");

create index "participant_project_workshop_index" on "participant" ("project", "workshop");

alter table "participant" add constraint "participant_kind_check" check ("kind" in ('human', 'integration'));

alter table "participant" add constraint "participant_role_check" check ("role" in ('moderator', 'contributor', 'observer'));

alter table "participant" add constraint "participant_stakeholder_group_check" check ("stakeholder_group" in ('municipality', 'cso', 'community', 'academia', 'resident', 'region'));

create table "api_token" (
  "id" uuid not null,
  "project" uuid not null,
  "participant" uuid not null,
  "name" text not null,
  "token_hash" bytea not null,
  "created_by" uuid not null,
  "created_at" timestamptz not null default now(),
  "revoked_at" timestamptz null,
  "last_used_at" timestamptz null,
  primary key ("id")
);

create index "api_token_project_index" on "api_token" ("project");

alter table "api_token" add constraint "api_token_participant_unique" unique ("participant");

alter table "api_token" add constraint "api_token_token_hash_unique" unique ("token_hash");

create table "invite" (
  "id" uuid not null,
  "workshop" uuid not null,
  "code" text not null,
  "role" text not null,
  "label" text null,
  "created_by" uuid not null,
  "created_at" timestamptz not null default now(),
  "expires_at" timestamptz not null,
  "revoked_at" timestamptz null,
  "use_count" int not null default 0,
  primary key ("id")
);

create index "invite_workshop_index" on "invite" ("workshop");

alter table "invite" add constraint "invite_code_unique" unique ("code");

alter table "invite" add constraint "invite_role_check" check ("role" in ('contributor', 'observer'));

create table "board" (
  "id" uuid not null,
  "project" uuid not null,
  "workshop" uuid not null,
  "analysed_object" uuid null,
  "kind" text not null,
  "template_id" text not null,
  "template_version" int not null,
  "title" jsonb not null,
  "language" text not null,
  "state" text not null default 'open',
  "editing" text not null default 'everyone',
  "display" text not null default 'named',
  "generation" int not null default 1,
  "head_seq" int not null default 0,
  "projected_seq" int not null default 0,
  "event_number" int not null default 0,
  "state_reason" text null,
  "state_changed_at" timestamptz null,
  "state_changed_by" uuid null,
  "created_at" timestamptz not null default now(),
  "created_by" uuid null,
  primary key ("id")
);

create index "board_workshop_index" on "board" ("workshop");

create index "board_project_created_at_index" on "board" ("project", "created_at");

alter table "board" add constraint "board_state_check" check ("state" in ('open', 'frozen'));

alter table "board" add constraint "board_editing_check" check ("editing" in ('everyone', 'own'));

alter table "board" add constraint "board_display_check" check ("display" in ('named', 'group', 'anonymous'));

create table "journal_entry" (
  "board" uuid not null,
  "generation" int not null,
  "seq" int not null,
  "actor" uuid null,
  "client_ids" jsonb not null,
  "at" timestamptz not null,
  "bytes" bytea null,
  "decision" jsonb null,
  primary key ("board", "generation", "seq")
);

create table "client_binding" (
  "board" uuid not null,
  "generation" int not null,
  "client_id" bigint not null,
  "actor" uuid null,
  primary key ("board", "generation", "client_id")
);

create table "board_item" (
  "board" uuid not null,
  "collection" text not null,
  "id" uuid not null,
  "section" text null,
  "rank" text collate "C" not null,
  "cluster" uuid null,
  "removed" boolean not null,
  "content" jsonb not null,
  "created_by" uuid null,
  "created_at" timestamptz not null,
  "created_seq" int not null,
  "updated_by" uuid null,
  "updated_at" timestamptz not null,
  "updated_seq" int not null,
  primary key ("board", "collection", "id")
);

create index "board_item_board_collection_section_rank_id_index" on "board_item" ("board", "collection", "section", "rank", "id");

create index "board_item_board_cluster_index" on "board_item" ("board", "cluster");

create table "board_event" (
  "board" uuid not null,
  "number" int not null,
  "seq" int not null,
  "type" text not null,
  "collection" text null,
  "item" uuid null,
  "actor" uuid null,
  "at" timestamptz not null,
  "payload" jsonb not null,
  primary key ("board", "number")
);

alter table "board_event" add constraint "board_event_type_check" check ("type" in ('item.added', 'item.changed', 'item.moved', 'item.removed', 'item.restored', 'board.frozen', 'board.reopened', 'board.policy'));

alter table "project" add constraint "project_created_by_foreign" foreign key ("created_by") references "person" ("id") on delete set null;

alter table "organisation" add constraint "organisation_project_foreign" foreign key ("project") references "project" ("id");

alter table "analysed_object" add constraint "analysed_object_project_foreign" foreign key ("project") references "project" ("id");

alter table "session" add constraint "session_person_foreign" foreign key ("person") references "person" ("id");

alter table "sign_in_link" add constraint "sign_in_link_person_foreign" foreign key ("person") references "person" ("id");

alter table "workshop" add constraint "workshop_project_foreign" foreign key ("project") references "project" ("id");

alter table "participant" add constraint "participant_project_foreign" foreign key ("project") references "project" ("id");

alter table "participant" add constraint "participant_workshop_foreign" foreign key ("workshop") references "workshop" ("id") on delete restrict;

alter table "participant" add constraint "participant_person_foreign" foreign key ("person") references "person" ("id") on delete set null;

alter table "participant" add constraint "participant_organisation_foreign" foreign key ("organisation") references "organisation" ("id") on delete set null;

alter table "api_token" add constraint "api_token_project_foreign" foreign key ("project") references "project" ("id");

alter table "api_token" add constraint "api_token_participant_foreign" foreign key ("participant") references "participant" ("id");

alter table "api_token" add constraint "api_token_created_by_foreign" foreign key ("created_by") references "participant" ("id");

alter table "invite" add constraint "invite_workshop_foreign" foreign key ("workshop") references "workshop" ("id");

alter table "invite" add constraint "invite_created_by_foreign" foreign key ("created_by") references "participant" ("id");

alter table "board" add constraint "board_project_foreign" foreign key ("project") references "project" ("id");

alter table "board" add constraint "board_workshop_foreign" foreign key ("workshop") references "workshop" ("id");

alter table "board" add constraint "board_analysed_object_foreign" foreign key ("analysed_object") references "analysed_object" ("id") on delete set null;

alter table "board" add constraint "board_state_changed_by_foreign" foreign key ("state_changed_by") references "participant" ("id") on delete set null;

alter table "board" add constraint "board_created_by_foreign" foreign key ("created_by") references "participant" ("id") on delete set null;

alter table "journal_entry" add constraint "journal_entry_board_foreign" foreign key ("board") references "board" ("id");

alter table "journal_entry" add constraint "journal_entry_actor_foreign" foreign key ("actor") references "participant" ("id") on delete set null;

alter table "client_binding" add constraint "client_binding_board_foreign" foreign key ("board") references "board" ("id");

alter table "client_binding" add constraint "client_binding_actor_foreign" foreign key ("actor") references "participant" ("id") on delete set null;

alter table "board_item" add constraint "board_item_board_foreign" foreign key ("board") references "board" ("id");

alter table "board_item" add constraint "board_item_created_by_foreign" foreign key ("created_by") references "participant" ("id") on delete set null;

alter table "board_item" add constraint "board_item_updated_by_foreign" foreign key ("updated_by") references "participant" ("id") on delete set null;

alter table "board_event" add constraint "board_event_board_foreign" foreign key ("board") references "board" ("id");

alter table "board_event" add constraint "board_event_actor_foreign" foreign key ("actor") references "participant" ("id") on delete set null
`
  .split(";\n")
  .map((statement) => statement.trim());
