import type { Framework, Provision } from "./framework.ts";
import { civicSpace } from "./frameworks/civic-space.ts";
import { discriminationGrounds } from "./frameworks/discrimination-grounds.ts";
import { eccarTenPoints } from "./frameworks/eccar-ten-points.ts";
import { equalityData } from "./frameworks/equality-data.ts";
import { euCharter } from "./frameworks/eu-charter.ts";
import { fraHumanRightsCities } from "./frameworks/fra-human-rights-cities.ts";
import { genderEquality } from "./frameworks/gender-equality.ts";
import { iccIndex } from "./frameworks/icc-index.ts";
import { ohchrIndicators } from "./frameworks/ohchr-indicators.ts";
import { sdg } from "./frameworks/sdg.ts";

const library: readonly Framework[] = [
  euCharter,
  fraHumanRightsCities,
  ohchrIndicators,
  sdg,
  discriminationGrounds,
  equalityData,
  civicSpace,
  eccarTenPoints,
  iccIndex,
  genderEquality,
];

const frameworkOf = new Map(library.map((framework) => [framework.id, framework]));
const provisionOf = new Map(
  library.flatMap(({ provisions }) => provisions.map((provision) => [provision.id, provision] as const)),
);

/** A reference counts from both its ends, whichever of them names it. */
const related = new Map<string, Set<string>>();
for (const { id, relatedIds } of provisionOf.values()) {
  for (const other of relatedIds) {
    related.set(id, (related.get(id) ?? new Set()).add(other));
    related.set(other, (related.get(other) ?? new Set()).add(id));
  }
}

/** Every framework of the library, those that most boards refer to first. */
export function frameworks(): readonly Framework[] {
  return library;
}

/** A framework by its id, such as `eu-charter`. */
export function frameworkById(id: string): Framework | undefined {
  return frameworkOf.get(id);
}

/** A provision of any framework by its id, such as `CFR-21`. */
export function provisionById(id: string): Provision | undefined {
  return provisionOf.get(id);
}

/** The provisions of other frameworks that a provision refers to or that refer to it, in the library’s order. */
export function relatedProvisions({ id }: Pick<Provision, "id">): readonly Provision[] {
  const ids = related.get(id);
  return ids ? [...provisionOf.values()].filter((provision) => ids.has(provision.id)) : [];
}
