import tows from "@tavolo/schema/boards/tows/example.json" with { type: "json" };
import type { StakeholderGroup } from "@tavolo/schema";
import { speakerOf } from "./demo-actors.ts";
import { exampleWorkshop as example } from "./example-workshop.ts";
import { written } from "./written-text.ts";

/** Whom the example’s three scoring groups stand for, and the organisation whose seat wrote the scores down. */
export const SCORING_GROUPS: Readonly<
  Record<string, { readonly group: StakeholderGroup; readonly organisation: string }>
> = {
  "g-authority": { group: "municipality", organisation: "org-01" },
  "g-civil-society": { group: "cso", organisation: "org-05" },
  "g-academia-residents": { group: "academia", organisation: "org-13" },
};

/** The confrontation of the SWOT’s groups, two weeks later. */
export const exampleConfrontation = {
  began: new Date(`${tows.board.held_on}T09:00:00Z`),
  factors: [...tows.rows, ...tows.columns].flatMap((code) =>
    example.clusters.filter((cluster) => cluster.code === code),
  ),
  cells: tows.cells,
  strategies: tows.strategies.map(({ id, text, owner_organisation_id: owner, ...strategy }) => {
    const { actor, language } = speakerOf(owner);
    return { ...strategy, ...written(text, language), code: id, actor, owner };
  }),
} as const;
