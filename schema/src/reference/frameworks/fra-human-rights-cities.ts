import { readCertainty } from "../certainty.ts";
import data from "../data/fra_human_rights_cities.json" with { type: "json" };
import { defineFramework, titled } from "../framework.ts";
import type { TagKey } from "../provision-tags.ts";

const tagsOf: Readonly<Record<string, readonly TagKey[]>> = {
  structural: ["structural"],
  "structural/process": ["structural", "process"],
  "process/outcome": ["process", "outcome"],
};

/** FRA’s framework for human rights cities: foundations, structures and tools. */
export const fraHumanRightsCities = defineFramework(
  {
    id: data.meta.id,
    version: 1,
    name: data.meta.name,
    shortName: { en: "FRA human rights cities", it: "FRA città dei diritti" },
    about: {
      en: "Commitments, the structures that anchor them and the tools that put them to work in a city. Titles are paraphrased: check FRA’s guidance before quoting it.",
      it: "Gli impegni, le strutture che li radicano e gli strumenti che li mettono in pratica in una città. I titoli sono parafrasati: prima di citare, controllare la guida della FRA.",
    },
    source: data.meta.publications.join("; "),
    sourceUrl: data.meta.url,
    certaintyNote: data.meta.confidence,
  },
  {
    layer: { name: { en: "Layer", it: "Livello" }, citable: false },
    item: { name: { en: "Item", it: "Voce" }, label: { en: "{n}", it: "{n}" } },
  },
  data.layers.flatMap((layer) => [
    {
      id: layer.code,
      level: "layer" as const,
      ...titled(layer.name, { en: "verified", it: "known" }),
      description: layer.question,
    },
    ...layer.items.map(({ code, title, verified }) => ({
      id: code,
      level: "item" as const,
      number: code.replace("FRA-", ""),
      ...titled(title, { en: readCertainty(verified.en), it: readCertainty(verified.it) }),
      parentId: layer.code,
      tags: tagsOf[layer.ohchr_type] ?? [],
    })),
  ]),
);
