import { readCertainty } from "../certainty.ts";
import data from "../data/equality_data.json" with { type: "json" };
import { defineFramework, titled } from "../framework.ts";
import type { TagKey } from "../provision-tags.ts";

const GUIDELINES = "EQD";
const RECOMMENDATIONS = "ECRI-GPR";
const addition = data.eu_guideline_addition;

const tagsOf: Readonly<Record<string, readonly TagKey[]>> = {
  institutional: ["institutional"],
  operational: ["operational"],
};

/** The EU’s guidelines on equality data, and the General Policy Recommendations of ECRI. */
export const equalityData = defineFramework(
  {
    id: data.meta.id,
    version: 1,
    name: data.meta.name,
    shortName: { en: "Equality data", it: "Dati sull’uguaglianza" },
    about: {
      en: "The EU’s guidelines on collecting and using equality data, and the General Policy Recommendations of ECRI, the Council of Europe’s commission against racism and intolerance. Subjects are paraphrased or shortened.",
      it: "Gli orientamenti dell’UE sulla raccolta e l’uso dei dati sull’uguaglianza e le raccomandazioni di politica generale dell’ECRI, la commissione del Consiglio d’Europa contro il razzismo e l’intolleranza. Gli oggetti sono parafrasati o abbreviati.",
    },
    source:
      "EU guidelines on improving the collection and use of equality data (2018); ECRI General Policy Recommendations Nos. 1–17",
    sourceUrl: null,
    certaintyNote: data.meta.confidence,
  },
  {
    part: { name: { en: "Part", it: "Parte" }, citable: false },
    guideline: {
      name: { en: "Guideline", it: "Orientamento" },
      label: { en: "Guideline {n}", it: "Orientamento {n}" },
    },
    recommendation: {
      name: { en: "Recommendation", it: "Raccomandazione" },
      label: { en: "ECRI Recommendation No. {n}", it: "Raccomandazione ECRI n. {n}" },
    },
  },
  [
    {
      id: GUIDELINES,
      level: "part" as const,
      ...titled(
        { en: "EU guidelines on equality data", it: "Orientamenti UE sui dati sull’uguaglianza" },
        { en: "own", it: "own" },
      ),
    },
    ...data.eu_guidelines.map(({ code, title, type, confidence, confidence_it }, index) => ({
      id: code,
      level: "guideline" as const,
      number: String(index + 1),
      ...titled(title, { en: readCertainty(confidence), it: readCertainty(confidence_it) }),
      parentId: GUIDELINES,
      tags: tagsOf[type] ?? [],
    })),
    {
      // Its label was seen, its text was not: known is the most that can be said.
      id: addition.code,
      level: "guideline" as const,
      ...titled(addition.title, { en: "known", it: "own" }),
      parentId: GUIDELINES,
    },
    {
      id: RECOMMENDATIONS,
      level: "part" as const,
      ...titled(
        {
          en: "General Policy Recommendations of ECRI",
          it: "Raccomandazioni di politica generale dell’ECRI",
        },
        { en: "known", it: "own" },
      ),
    },
    ...data.ecri_gpr.map(({ code, number, subject, confidence }) => ({
      id: code,
      level: "recommendation" as const,
      number: String(number),
      ...titled({ en: subject }, { en: readCertainty(confidence) }),
      parentId: RECOMMENDATIONS,
    })),
  ],
);
