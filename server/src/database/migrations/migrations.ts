import type { MigrationObject } from "@mikro-orm/core";
import { Migration20261129_Links } from "./migration-20261129-links.ts";
import { Migration20261129_Decisions } from "./migration-20261129-decisions.ts";
import { Migration20261122_Items } from "./migration-20261122-items.ts";
import { Migration20261122_Search } from "./migration-20261122-search.ts";
import { Migration20261122_Archive } from "./migration-20261122-archive.ts";
import { Migration20261121_Initial } from "./migration-20261121-initial.ts";
import { Migration20261122_DatabasePlace } from "./migration-20261122-database-place.ts";
import { Migration20261122_Snapshots } from "./migration-20261122-snapshots.ts";
import { Migration20261122_TokenScopes } from "./migration-20261122-token-scopes.ts";
import { Migration20261122_WaysIn } from "./migration-20261122-ways-in.ts";
import { Migration20261129_Mutations } from "./migration-20261129-mutations.ts";
import { Migration20261129_Templates } from "./migration-20261129-templates.ts";
import { Migration20261122_Accounts } from "./migration-20261122-accounts.ts";

/** Every migration, oldest first; the names are stored, so that a bundle’s renamed classes do no harm. */
export const migrations: MigrationObject[] = [
  { name: "Migration20261121_Initial", class: Migration20261121_Initial },
  { name: "Migration20261122_WaysIn", class: Migration20261122_WaysIn },
  { name: "Migration20261122_Archive", class: Migration20261122_Archive },
  { name: "Migration20261122_Accounts", class: Migration20261122_Accounts },
  { name: "Migration20261122_TokenScopes", class: Migration20261122_TokenScopes },
  { name: "Migration20261122_Search", class: Migration20261122_Search },
  { name: "Migration20261122_Snapshots", class: Migration20261122_Snapshots },
  { name: "Migration20261122_DatabasePlace", class: Migration20261122_DatabasePlace },
  { name: "Migration20261122_Items", class: Migration20261122_Items },
  { name: "Migration20261129_Links", class: Migration20261129_Links },
  { name: "Migration20261129_Mutations", class: Migration20261129_Mutations },
  { name: "Migration20261129_Templates", class: Migration20261129_Templates },
  { name: "Migration20261129_Decisions", class: Migration20261129_Decisions },
];
