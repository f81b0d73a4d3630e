// Run after a build of the named part, so that `start` does not build it again.
import { markBuilt } from "./source-hash.mjs";

for (const part of process.argv.slice(2)) markBuilt(part);
