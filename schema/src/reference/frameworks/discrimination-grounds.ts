import { readCertainty } from "../certainty.ts";
import data from "../data/discrimination_grounds.json" with { type: "json" };
import { defineFramework, titled } from "../framework.ts";
import type { TagKey } from "../provision-tags.ts";

const part = (id: string, title: { readonly en: string; readonly it: string }) => ({
  id,
  level: "part" as const,
  ...titled(title, { en: "own", it: "own" }),
});

/** `2000/43/EC` as `DIR-2000-43`, which can stand in an address. */
const directiveId = (number: string): string => `DIR-${number.split("/").slice(0, 2).join("-")}`;

/** Grounds of discrimination, the EU’s directives against it, and the areas of life where it happens. */
export const discriminationGrounds = defineFramework(
  {
    id: data.meta.id,
    version: 1,
    name: data.meta.name,
    shortName: { en: "Non-discrimination", it: "Non discriminazione" },
    about: {
      en: "Grounds on which nobody may be discriminated against, the EU’s equality directives, and areas of life. The list of Article 21 of the Charter is open; the local grounds and the areas of life are our proposal. Several grounds may meet in one case.",
      it: "Motivi per cui nessuno può essere discriminato, direttive dell’UE sulla parità e ambiti di vita. L’elenco dell’articolo 21 della Carta è aperto; i motivi locali e gli ambiti di vita sono una nostra proposta. In un caso possono incontrarsi più motivi.",
    },
    source: data.meta.source,
    sourceUrl: null,
    certaintyNote: data.meta.confidence,
  },
  {
    part: { name: { en: "Part", it: "Parte" }, citable: false },
    ground: { name: { en: "Ground", it: "Motivo" } },
    directive: {
      name: { en: "Directive", it: "Direttiva" },
      label: { en: "Directive {n}", it: "Direttiva {n}" },
    },
    area: { name: { en: "Area of life", it: "Ambito di vita" } },
  },
  [
    part("CFR21", { en: "Grounds named in Article 21", it: "Motivi nominati nell’articolo 21" }),
    ...data.charter_grounds.map((ground) => ({
      id: ground.code,
      level: "ground" as const,
      ...titled(ground.title, {
        en: readCertainty(ground.verified.en),
        it: readCertainty(ground.verified.it),
      }),
      parentId: "CFR21",
      // The article’s second paragraph names nationality.
      relatedIds: ["CFR-21"],
      tags: [
        ...(ground.tfeu_art19 ? ["tfeu-19" as const] : []),
        ...(ground.gdpr_special_category_likely ? ["special-category" as const] : []),
      ] satisfies TagKey[],
    })),
    part("LOC", { en: "Further grounds used locally", it: "Altri motivi usati localmente" }),
    ...data.extra_grounds_used_locally.map(({ code, title, confidence }) => ({
      id: code,
      level: "ground" as const,
      ...titled(title, { en: readCertainty(confidence), it: readCertainty(confidence) }),
      parentId: "LOC",
    })),
    part("DIR", { en: "EU directives", it: "Direttive UE" }),
    ...data.directives.map(({ code, title, grounds, areas, confidence }) => ({
      id: directiveId(code),
      level: "directive" as const,
      number: code,
      ...titled(title, { en: readCertainty(confidence), it: "own" }),
      description: { en: `${grounds.join(", ")}: ${areas.join(", ")}` },
      parentId: "DIR",
    })),
    part("AREA", { en: "Areas of life", it: "Ambiti di vita" }),
    ...data.areas_of_life.map(({ code, title, confidence }) => ({
      id: `AREA-${code}`,
      level: "area" as const,
      ...titled(title, { en: readCertainty(confidence), it: readCertainty(confidence) }),
      parentId: "AREA",
    })),
  ],
);
