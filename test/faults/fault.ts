/** Something that keeps a database from being written, for a while. */
export interface Fault {
  /** Variables by which a server finds this database. */
  readonly env: Readonly<Record<string, string>>;
  begin(): void | Promise<void>;
  end(): void | Promise<void>;
}
