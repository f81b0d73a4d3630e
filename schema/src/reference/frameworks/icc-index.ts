import { readCertainty } from "../certainty.ts";
import data from "../data/icc_index.json" with { type: "json" };
import { defineFramework, titled } from "../framework.ts";

/** The areas of the Council of Europe’s Intercultural Cities Index. */
export const iccIndex = defineFramework(
  {
    id: data.meta.id,
    version: 1,
    name: data.meta.name,
    shortName: { en: "ICC Index", it: "Indice ICC" },
    about: {
      en: "The areas in which the Council of Europe looks at intercultural cities. Areas 15 to 17 come from later questionnaires.",
      it: "Le aree in cui il Consiglio d’Europa osserva le città interculturali. Le aree da 15 a 17 vengono da questionari più recenti.",
    },
    source: "Council of Europe, Intercultural Cities Index, questionnaire of 14 areas and later additions",
    sourceUrl: data.meta.source,
    certaintyNote: data.meta.confidence,
  },
  { area: { name: { en: "Area", it: "Area" }, label: { en: "Area {n}", it: "Area {n}" } } },
  data.areas.map(({ code, title, confidence, composite }) => ({
    id: code,
    level: "area" as const,
    number: String(Number(code.replace("ICC-", ""))),
    ...titled(title, { en: readCertainty(confidence), it: "own" }),
    tags: composite === "lens" ? (["intercultural-lens"] as const) : [],
  })),
);
