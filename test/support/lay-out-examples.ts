import {
  addressKey,
  type BoardEditor,
  DIMENSIONS,
  DIRECTIONS,
  INDICATOR_TYPES,
  type monitoringTool,
  newItemId,
  PERIODICITIES,
  scoreKey,
  type StakeholderGroup,
  type tows,
  TOWS_SECTION_KEYS,
  UNITS,
} from "@tavolo/schema";
import monitoringExample from "@tavolo/schema/boards/monitoring-tool/example.json" with { type: "json" };
import swotExample from "@tavolo/schema/boards/swot/example.json" with { type: "json" };
import towsExample from "@tavolo/schema/boards/tows/example.json" with { type: "json" };

/** Whom the example’s three scoring groups stand for. */
const GROUPS: Readonly<Record<string, StakeholderGroup>> = {
  "g-authority": "municipality",
  "g-civil-society": "cso",
  "g-academia-residents": "academia",
};

const oneOf = <const Value extends string>(values: readonly Value[], given: string): Value => {
  const found = values.find((value) => value === given);
  if (found === undefined) throw new Error(`${given} is none of ${values.join(", ")}`);
  return found;
};

/** Puts the confrontation of the example onto a board. */
export const layOutTows = (editor: BoardEditor<typeof tows>): void => {
  const board = newItemId();
  const ids = new Map<string, string>();
  for (const id of [...towsExample.rows, ...towsExample.columns]) {
    const cluster = swotExample.clusters.find((known) => known.id === id);
    if (!cluster) throw new Error(`The SWOT has no group ${id}.`);
    const { title, section } = cluster;
    const translations = { it: { text: title.it, status: "human" } } as const;
    const side = oneOf(["S", "W", "O", "T"], section);
    ids.set(id, editor.add("factors", { text: title.en, language: "en", side, translations }));
  }
  const idOf = (cluster: string) => ids.get(cluster) ?? "";
  for (const { row, column, scores } of towsExample.cells) {
    const entries = scores.map(({ group, score }) => [scoreKey(idOf(column), GROUPS[group] ?? "cso"), score]);
    editor.set("factors", idOf(row), { scores: Object.fromEntries(entries) });
  }
  for (const { quadrant, text, linked, impact, feasibility, horizon } of towsExample.strategies) {
    editor.add("strategies", {
      section: oneOf(TOWS_SECTION_KEYS, quadrant),
      strategy: text.en,
      language: "en",
      translations: { it: { text: text.it, status: "human" } },
      impact,
      feasibility,
      horizon: oneOf(["short", "medium", "long"], horizon),
      linkedItems: Object.fromEntries(
        linked.map((cluster) => [
          addressKey({ board, collection: "factors", item: idOf(cluster) }),
          { kind: "tows", text: cluster },
        ]),
      ),
    });
  }
};

/** Puts the indicator cards of the example onto a board. */
export const layOutIndicators = (editor: BoardEditor<typeof monitoringTool>): void => {
  for (const card of monitoringExample.indicators) {
    editor.add("indicators", {
      section: oneOf(INDICATOR_TYPES, card.type),
      code: card.code,
      title: card.title.en,
      language: "en",
      translations: { it: { text: card.title.it, status: "human" } },
      definition: card.definition.en,
      definitionTranslations: { it: { text: card.definition.it, status: "human" } },
      rationale: card.rationale.en,
      standards: card.standards,
      unit: oneOf(UNITS, card.unit),
      numerator: card.numerator?.en ?? "",
      denominator: card.denominator?.en ?? "",
      direction: oneOf(DIRECTIONS, card.direction),
      baseline: card.baseline?.value ?? null,
      baselinePeriod: card.baseline?.period ?? null,
      target: card.target?.value ?? null,
      targetPeriod: card.target?.period ?? null,
      source: card.source,
      dutyBearer: { name: card.duty_bearer },
      periodicity: oneOf(PERIODICITIES, card.periodicity),

      disaggregation: card.disaggregation.map((code) => oneOf(DIMENSIONS, code)),
      limits: card.limits?.en ?? "",
    });
  }
};
