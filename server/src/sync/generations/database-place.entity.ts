import { defineEntity, p } from "@mikro-orm/core";

/** Where the database stood when a server last used it; one row, restored with everything else. */
export const DatabasePlaceSchema = defineEntity({
  name: "DatabasePlace",
  tableName: "database_place",
  properties: {
    id: p.integer().primary().autoincrement(false),
    place: p.text(),
  },
});
