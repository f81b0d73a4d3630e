// Loaded before every measured server, unchanged as that is: tells its port, and by request what it has used.
import { subscribe } from "node:diagnostics_channel";
import { writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import type { Server } from "node:net";
import type { Answer, Question } from "./questions.ts";

const profiler = new Session();

subscribe("tracing:net.server.listen:asyncEnd", (message) => {
  const { server } = message as { server: Server };
  const address = server.address();
  if (address && typeof address === "object") tell({ port: address.port });
});

process.on("message", (question: Question) => {
  void answer(question).then(tell);
});
// Nothing outlives the measurement.
process.on("disconnect", () => process.exit());

async function answer(question: Question): Promise<Answer> {
  switch (question.ask) {
    case "usage": {
      const { user, system } = process.cpuUsage();
      const { rss: residentBytes, heapUsed: heapBytes, external: externalBytes } = process.memoryUsage();
      return { cpuSeconds: (user + system) / 1e6, residentBytes, heapBytes, externalBytes };
    }
    case "collect":
      // An ordinary collection keeps empty pages: after a burst of people who come they are most of what is resident.
      globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
      break;
    case "profile":
      profiler.connect();
      await profiler.post("Profiler.enable");
      await profiler.post("Profiler.start");
      break;
    case "profiled": {
      const { profile } = await profiler.post("Profiler.stop");
      writeFileSync(question.file, JSON.stringify(profile));
      profiler.disconnect();
    }
  }
  return {};
}

function tell(what: Answer): void {
  process.send?.(what);
}
