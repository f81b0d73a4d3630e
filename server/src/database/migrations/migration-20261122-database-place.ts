import { Migration } from "@mikro-orm/migrations";

/** Where the database stood when a server last used it, to notice that it was restored from a backup. */
export class Migration20261122_DatabasePlace extends Migration {
  override up(): void {
    this.addSql(
      `create table "database_place" ("id" int not null, "place" text not null, primary key ("id"))`,
    );
  }
}
