import { join } from "node:path";
import { MikroORM } from "@mikro-orm/pglite";
import { DatabaseError } from "./database-error.ts";
import { lockDataFolder } from "./data-folder-lock.ts";
import { FolderOfPglite } from "./folder-of-pglite.ts";
import { guardDiskSpace } from "./guard-disk-space.ts";
import { ormOptions } from "./orm-options.ts";
import type { Orm } from "./orm.ts";

/** Opens PGlite in a folder that this process alone then owns; `memory://` keeps nothing. */
export const openEmbedded = async (
  dataDir: string,
): Promise<{ orm: Orm; opened(): void; close(): Promise<void> }> => {
  const inMemory = dataDir === "memory://";
  const lock = inMemory ? null : await lockDataFolder(dataDir);
  const folder = join(dataDir, "database");
  try {
    const orm = await MikroORM.init({
      ...ormOptions(),
      dbName: inMemory ? dataDir : folder,
      ...(!inMemory && { driverOptions: { fs: new FolderOfPglite(folder) } }),
    });
    await orm.em.getConnection().execute("select 1");
    const close = async () => {
      await orm.close();
      await lock?.release();
    };
    const opened = () => {
      if (!inMemory) guardDiskSpace(orm.em.getConnection(), dataDir);
    };
    return { orm: orm as unknown as Orm, opened, close };
  } catch (error) {
    await lock?.release();
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseError(`The embedded database in ${dataDir} cannot be opened: ${reason}`, {
      cause: error,
    });
  }
};
