import { describe, expect, it } from "vitest";
import { breakOff, onSmallDisk } from "./disk-full.ts";
import { outage } from "./outage.ts";
import { hasSmallDisk } from "./small-disk.ts";

describe.skipIf(!hasSmallDisk())("a disk that is full under the embedded database", () => {
  it("keeps people’s work unsaved, and takes it once there is room", async () => {
    const report = await onSmallDisk("pglite", (fault) => outage({ fault, clients: 5, seconds: 4 }));
    const whole = { alive: true, lost: 0, diverged: 0, refused: 0 };
    expect(report).toMatchObject({ ...whole, acknowledgedMeanwhile: 0, unready: true });
    expect(report.notSavedAfterMs).not.toBeNull();
  });

  it("ends the server where it breaks the database off, and nothing that was saved is lost", async () => {
    const report = await breakOff(5);
    expect(report).toMatchObject({ ended: "1", lost: 0 });
    expect(report.acknowledged).toBeGreaterThan(0);
  });
});
