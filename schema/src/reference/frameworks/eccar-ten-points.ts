import { readCertainty } from "../certainty.ts";
import data from "../data/eccar_ten_points.json" with { type: "json" };
import { defineFramework, titled } from "../framework.ts";

/** The Ten-Point Plan of Action of the European Coalition of Cities against Racism. */
export const eccarTenPoints = defineFramework(
  {
    id: data.meta.id,
    version: 1,
    name: data.meta.name,
    shortName: { en: "ECCAR", it: "ECCAR" },
    about: {
      en: "Ten fields in which the European Coalition of Cities against Racism acts. Titles are slightly shortened.",
      it: "Dieci campi in cui agisce la Coalizione europea delle città contro il razzismo. I titoli sono lievemente abbreviati.",
    },
    source: data.meta.source,
    sourceUrl: null,
    certaintyNote: data.meta.confidence,
  },
  { point: { name: { en: "Point", it: "Punto" }, label: { en: "Point {n}", it: "Punto {n}" } } },
  data.points.map(({ code, number, title, confidence }) => ({
    id: code,
    level: "point" as const,
    number: String(number),
    ...titled(title, { en: readCertainty(confidence), it: readCertainty(confidence) }),
  })),
);
