import { readCertainty } from "../certainty.ts";
import data from "../data/ohchr_indicators.json" with { type: "json" };
import { defineFramework, titled } from "../framework.ts";

const HRBAD = "HRBAD";

/** OHCHR’s rights with their attributes, and the principles of a human-rights-based approach to data. */
export const ohchrIndicators = defineFramework(
  {
    id: data.meta.id,
    version: 1,
    name: data.meta.name,
    shortName: { en: "OHCHR", it: "OHCHR" },
    about: {
      en: "Rights broken down into attributes, each to be followed by structural, process and outcome indicators, and six principles for data on people. Paraphrased: check the Guide before quoting it.",
      it: "I diritti scomposti in attributi, ciascuno da seguire con indicatori strutturali, di processo e di esito, e sei principi per i dati sulle persone. Parafrasi: prima di citare, controllare la Guida.",
    },
    source: data.meta.source,
    sourceUrl: null,
    certaintyNote: data.meta.confidence,
  },
  {
    right: { name: { en: "Right", it: "Diritto" } },
    attribute: { name: { en: "Attribute", it: "Attributo" } },
    part: { name: { en: "Part", it: "Parte" }, citable: false },
    principle: { name: { en: "Principle", it: "Principio" } },
  },
  [
    ...data.rights_attributes.flatMap((right) => [
      {
        id: right.code,
        level: "right" as const,
        ...titled(right.name, { en: readCertainty(right.confidence), it: "own" }),
        relatedIds: right.charter_refs,
      },
      ...right.attributes.map(({ code, name }) => ({
        id: code,
        level: "attribute" as const,
        ...titled(name, { en: readCertainty(right.confidence), it: "own" }),
        parentId: right.code,
      })),
    ]),
    {
      id: HRBAD,
      level: "part" as const,
      ...titled(
        { en: "Human-rights-based approach to data", it: "Approccio ai dati basato sui diritti umani" },
        { en: "verified", it: "own" },
      ),
    },
    ...data.hrbad_principles.map(({ code, name, confidence }) => ({
      id: code,
      level: "principle" as const,
      ...titled(name, { en: readCertainty(confidence), it: "own" }),
      parentId: HRBAD,
    })),
  ],
);
