// Hocuspocus as it comes, without an extension: nothing is checked and nothing stored. FLUSH_DELAY sets its window.
import { Server } from "@hocuspocus/server";

const { FLUSH_DELAY } = process.env;

await new Server({
  address: "127.0.0.1",
  port: 0,
  quiet: true,
  ...(FLUSH_DELAY && { flushDelay: Number(FLUSH_DELAY) }),
}).listen();
