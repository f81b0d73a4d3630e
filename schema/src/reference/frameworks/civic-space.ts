import { readCertainty } from "../certainty.ts";
import data from "../data/civic_space.json" with { type: "json" };
import { defineFramework, titled } from "../framework.ts";

const { civicus, fra_areas: fraAreas, un_three_p: unThreeP, eu_see_enabling_principles: euSee } = data;

const part = (id: string, title: { readonly en: string; readonly it: string }) => ({
  id,
  level: "part" as const,
  ...titled(title, { en: "own", it: "own" }),
});

/** Ways to look at civic space: FRA’s areas, CIVICUS’s freedoms, the UN’s three dimensions, EU SEE’s principles. */
export const civicSpace = defineFramework(
  {
    id: data.meta.id,
    version: 1,
    name: { en: "Dimensions of civic space", it: "Dimensioni dello spazio civico" },
    shortName: { en: "Civic space", it: "Spazio civico" },
    about: {
      en: "Four ways to look at civic space: the areas of FRA’s reports, the freedoms that CIVICUS follows, the UN’s three dimensions and the EU SEE enabling principles. FRA’s areas fit a local matrix best.",
      it: "Quattro modi di guardare allo spazio civico: le aree dei rapporti FRA, le libertà seguite da CIVICUS, le tre dimensioni dell’ONU e i principi abilitanti di EU SEE. Le aree FRA sono le più adatte a una matrice locale.",
    },
    source: `${fraAreas.source}; CIVICUS Monitor, methodology; ${unThreeP.source}; EU SEE, enabling principles`,
    sourceUrl: null,
    certaintyNote: data.meta.confidence,
  },
  {
    part: { name: { en: "Part", it: "Parte" }, citable: false },
    area: { name: { en: "Area", it: "Area" }, label: { en: "Area {n}", it: "Area {n}" } },
    freedom: { name: { en: "Freedom", it: "Libertà" } },
    dimension: { name: { en: "Dimension", it: "Dimensione" } },
    principle: {
      name: { en: "Principle", it: "Principio" },
      label: { en: "Principle {n}", it: "Principio {n}" },
    },
  },
  [
    part("FRA-CS", {
      en: "Areas of FRA’s civic space reports",
      it: "Aree dei rapporti FRA sullo spazio civico",
    }),
    ...fraAreas.items.map(({ code, title, confidence }, index) => ({
      id: code,
      level: "area" as const,
      number: String(index + 1),
      ...titled(title, { en: readCertainty(confidence), it: "own" }),
      parentId: "FRA-CS",
    })),
    part("CIV", { en: "Freedoms followed by CIVICUS", it: "Libertà seguite da CIVICUS" }),
    ...civicus.freedoms.map(({ code, title, charter }) => ({
      id: code,
      level: "freedom" as const,
      ...titled(title, {
        en: readCertainty(civicus.confidence.names),
        it: readCertainty(civicus.confidence.it),
      }),
      parentId: "CIV",
      relatedIds: [charter],
    })),
    part("UN-P", { en: "Dimensions of the UN guidance note", it: "Dimensioni della nota d’indirizzo ONU" }),
    ...unThreeP.items.map(({ code, title }) => ({
      id: code,
      level: "dimension" as const,
      ...titled(title, { en: readCertainty(unThreeP.confidence), it: "own" }),
      parentId: "UN-P",
    })),
    part("EUSEE", { en: "Enabling principles of EU SEE", it: "Principi abilitanti di EU SEE" }),
    ...euSee.items.map(({ code, title }, index) => ({
      id: code,
      level: "principle" as const,
      number: String(index + 1),
      // That the principles exist was seen; how they are put here is ours.
      ...titled(title, { en: "own", it: "own" }),
      parentId: "EUSEE",
    })),
  ],
);
