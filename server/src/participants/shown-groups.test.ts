import type { StakeholderGroup } from "@tavolo/schema";
import { describe, expect, test } from "vitest";
import { countGroups, seatsAt, shownGroups } from "./shown-groups.ts";

let made = 0;
const seat = (stakeholderGroup: StakeholderGroup | null, more: object = {}) => ({
  id: `seat-${(made += 1)}`,
  person: `person-${made}`,
  kind: "human" as const,
  workshop: "w1" as string | null,
  removedAt: null as Date | null,
  waitingSince: null as Date | null,
  stakeholderGroup,
  ...more,
});

describe("the people of a workshop", () => {
  test("are those at its table and those of the whole project, as long as they sit there", () => {
    const here = seat("cso");
    const everywhere = seat("cso", { workshop: null });
    const elsewhere = seat("cso", { workshop: "w2" });
    const gone = seat("cso", { removedAt: new Date() });
    const waiting = seat("cso", { waitingSince: new Date() });
    expect(seatsAt([here, everywhere, elsewhere, gone, waiting], "w1")).toEqual([here, everywhere]);
  });

  test("count once with two seats, and not at all as programs", () => {
    const seats = [
      seat(null, { person: "anna", workshop: null }),
      seat("cso", { person: "anna" }),
      seat("cso"),
      seat(null),
      seat(null, { kind: "integration", person: null }),
    ];
    expect(countGroups(seats)).toEqual(
      new Map([
        ["cso", 2],
        ["other", 1],
      ]),
    );
  });

  test("show their group from five on", () => {
    const five = Array.from({ length: 5 }, () => seat("cso"));
    expect(shownGroups(five).get("cso")).toBe("cso");
    expect(shownGroups(five.slice(1)).get("cso")).toBe("other");
  });

  test("keep somebody alone in a small group company", () => {
    const seats = [...Array.from({ length: 5 }, () => seat("cso")), seat("region")];
    expect(shownGroups(seats).get("region")).toBe("other");
    expect(shownGroups(seats).get("cso")).toBe("other");
  });
});
