import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPostgresql } from "../support/postgresql.ts";

export type DatabaseKind = "pglite" | "postgresql";

const KINDS: Readonly<Record<string, readonly DatabaseKind[]>> = {
  pglite: ["pglite"],
  postgresql: ["postgresql"],
  both: ["pglite", "postgresql"],
};

/** The databases that a command line names. Throws an Error that says what can be chosen. */
export function databaseKinds(name: string): readonly DatabaseKind[] {
  const kinds = KINDS[name];
  if (!kinds) throw new Error("--database takes pglite, postgresql or both.");
  return kinds;
}

/** Runs something on a new database of its own, named by variables of the environment, and removes that afterwards. */
export async function withDatabase<T>(
  kind: DatabaseKind,
  run: (env: Readonly<Record<string, string>>) => Promise<T>,
): Promise<T> {
  if (kind === "postgresql") {
    const { settings, drop } = await createPostgresql();
    try {
      return await run({ DATABASE_URL: settings.url });
    } finally {
      await drop();
    }
  }
  const folder = await mkdtemp(join(tmpdir(), "tavolo-faults-"));
  try {
    return await run({ DATA_DIR: folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
