import { writeSync } from "node:fs";
import { NodeFS } from "@electric-sql/pglite/nodefs";

/**
 * The embedded database’s folder, and what happens when the database breaks off, as PostgreSQL does when it cannot
 * write its log: it would go on in the middle of nothing and never answer again, so the process ends there. The next
 * start recovers what was saved.
 */
export class FolderOfPglite extends NodeFS {
  override async init(...given: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
    const { emscriptenOpts } = await super.init(...given);
    return { emscriptenOpts: { ...emscriptenOpts, onAbort } };
  }
}

const onAbort = (): never => {
  writeSync(
    process.stderr.fd,
    "The embedded database broke off, most likely since its disk is full. What was saved is safe: make room and start again.\n",
  );
  process.exit(1);
};
