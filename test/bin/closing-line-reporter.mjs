import { writeFileSync } from "node:fs";

/** Counts what a run of vitest did and leaves the counts where `test.mjs` reads them for the closing line. */
export default class ClosingLineReporter {
  onTestRunEnd(modules, unhandledErrors) {
    let passed = 0;
    // An error nobody caught has no test of its own, so it counts as one failure.
    let failed = unhandledErrors.length;
    for (const module of modules) {
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed += 1;
        else if (state !== "skipped") failedHere += 1;
      }
      // A file that does not load, or whose set-up throws, has failed although none of its tests ran.
      if (failedHere === 0 && !module.ok()) failedHere = 1;
      failed += failedHere;
    }
    writeFileSync(process.env.TAVOLO_TEST_COUNTS, JSON.stringify({ passed, failed }));
  }
}
