import { v4, v7, validate } from "uuid";

/**
 * A new id for something on a board: UUID v4, because an id that carried its time of birth could unmask who
 * wrote a note on an anonymous board. Works in insecure contexts too (a laptop serving a room over plain HTTP).
 */
export function newItemId(): string {
  return v4();
}

/** A new id for a row of the server: UUID v7, so that rows made together lie together. */
export function newId(): string {
  return v7();
}

/** Whether a value is an id in the one spelling we accept: a lower-case UUID. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && validate(value) && value === value.toLowerCase();
}
