import monitoring from "@tavolo/schema/boards/monitoring-tool/example.json" with { type: "json" };
import swot from "@tavolo/schema/boards/swot/example.json" with { type: "json" };
import { speakerOf } from "./demo-actors.ts";
import { written } from "./written-text.ts";

interface Place {
  readonly area: string;
  /** The recommendations it carries out. */
  readonly recommendations: readonly string[];
  readonly indicators: readonly string[];
}

/** Where the decisions of the workshop stand in the plan. */
const PLACES: Readonly<Record<string, Place>> = {
  "d-01": { area: "A7", recommendations: ["r-01"], indicators: ["OUT-05"] },
  "d-02": { area: "A1", recommendations: ["r-03"], indicators: ["PRO-03"] },
  "d-03": { area: "A5", recommendations: ["r-04"], indicators: ["PRO-07"] },
  "d-04": { area: "A3", recommendations: ["r-05"], indicators: ["PRO-05"] },
  "d-05": { area: "A4", recommendations: ["r-06"], indicators: ["PRO-02"] },
  "d-06": { area: "A7", recommendations: ["r-02", "r-07"], indicators: ["OUT-01"] },
};

const planned = (
  code: string,
  { text, owner, due }: { text: Readonly<Record<"en" | "it", string>>; owner: string; due: string },
  place: Place & { readonly groups: readonly string[] },
) => {
  const { actor, language } = speakerOf(owner);
  return { code, ...written(text, language), actor, owner, deadline: due, ...place };
};

/** What was decided at the workshop, and later upon the published values, as actions. */
export const exampleActions = {
  began: new Date("2025-05-23T10:00:00Z"),
  actions: [
    ...swot.decisions.flatMap(({ id, text, owner_organisation_id: owner, due, target_ids: groups }) => {
      const place = PLACES[id];
      return place ? [planned(id, { text, owner, due }, { ...place, groups })] : [];
    }),
    ...monitoring.round_decisions.map(({ indicator, ...decision }) =>
      planned(indicator, decision, {
        area: "A7",
        recommendations: [],
        indicators: [indicator],
        groups: [],
      }),
    ),
  ],
} as const;
