import swot from "@tavolo/schema/boards/swot/example.json" with { type: "json" };
import { demoModerator } from "./demo-actors.ts";
import { exampleWorkshop as example } from "./example-workshop.ts";
import { written } from "./written-text.ts";

/** The strategies of the confrontation that each recommendation carries on. */
const STRATEGIES: Readonly<Record<string, readonly string[]>> = {
  "r-01": ["s-05", "s-07"],
  "r-02": ["s-01"],
  "r-03": ["s-04"],
  "r-04": ["s-03", "s-08"],
  "r-05": ["s-03"],
  "r-06": ["s-06"],
  "r-07": ["s-07"],
  "r-08": ["s-04"],
};

/** What the group of editors wrote of the workshop’s results. */
export const exampleRecommendations = {
  began: new Date("2025-04-11T14:00:00Z"),
  actor: demoModerator(),
  cards: swot.recommendations.map(({ id, text, addressee, ...card }) => ({
    ...card,
    ...written(text, example.language),
    code: id,
    addressee: addressee[example.language],
    strategies: STRATEGIES[id] ?? [],
  })),
} as const;
