import { UnderscoreNamingStrategy } from "@mikro-orm/core";

/** A relation’s column is called as its property (`created_by`, `project`), without a trailing `_id`. */
export class TavoloNamingStrategy extends UnderscoreNamingStrategy {
  override joinKeyColumnName(entityName: string): string {
    return this.classToTableName(entityName);
  }

  override joinColumnName(propertyName: string): string {
    return this.propertyToColumnName(propertyName);
  }
}
