import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of its own that can be filled to the last byte. */
export interface SmallDisk {
  readonly folder: string;
  fill(): void;
  makeRoom(): void;
  close(): void;
}

/** This machine gives nobody a disk of their own; the message says what is missing. */
export class NoSmallDisk extends Error {
  override readonly name = "NoSmallDisk";
}

/** Mounts a file system in memory of so many MiB; needs root, or a user namespace in which one is. */
export function openSmallDisk(mebibytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "tavolo-faults-disk-"));
  const options = `size=${mebibytes}m,mode=0755`;
  const { status, stderr } = spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], {
    encoding: "utf8",
  });
  if (status !== 0) {
    rmdirSync(folder);
    throw new NoSmallDisk(
      `This account may not mount a small disk here (${(stderr ?? "").trim() || "there is no mount"}): run it as root, or where unshare -Urm works.`,
    );
  }
  const ballast = join(folder, "ballast");
  return {
    folder,
    fill() {
      const file = openSync(ballast, "a");
      try {
        for (let chunk = Buffer.alloc(1024 * 1024, 1); chunk.length > 0;) {
          try {
            writeSync(file, chunk);
          } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
            chunk = chunk.subarray(0, chunk.length >> 1);
          }
        }
      } finally {
        closeSync(file);
      }
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    close() {
      spawnSync("umount", ["-l", folder]);
      rmdirSync(folder);
    },
  };
}

/** Whether a small disk can be had here. */
export function hasSmallDisk(): boolean {
  try {
    openSmallDisk(1).close();
    return true;
  } catch {
    return false;
  }
}
