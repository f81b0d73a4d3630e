/** The database cannot be used; the message is one sentence an administrator can act on. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
}
