/** The stable codes with which strict editing refuses a value. */
export type InvalidEditCode =
  | "ITEM_NOT_FOUND"
  | "UNKNOWN_FIELD"
  | "INVALID_VALUE"
  | "TEXT_TOO_LONG"
  | "TOO_MANY_ITEMS"
  | "UNKNOWN_SECTION"
  | "UNKNOWN_REFERENCE";

/** Thrown by strict editing before anything is written; `field` names the field, `limit` the bound that was passed. */
export class InvalidEdit extends Error {
  override readonly name = "InvalidEdit";

  readonly code: InvalidEditCode;
  readonly field: string;
  readonly limit: number | undefined;

  constructor(code: InvalidEditCode, field: string, message: string, limit?: number) {
    super(message);
    this.code = code;
    this.field = field;
    this.limit = limit;
  }
}
