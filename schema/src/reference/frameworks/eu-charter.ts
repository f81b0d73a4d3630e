import { charterArticles, charterTitles } from "../charter.ts";
import data from "../data/eu_charter.json" with { type: "json" };
import { defineFramework } from "../framework.ts";
import type { TagKey } from "../provision-tags.ts";

/** The Charter of Fundamental Rights of the European Union: seven titles, 54 articles. */
export const euCharter = defineFramework(
  {
    id: data.meta.id,
    version: 1,
    name: data.meta.name,
    shortName: { en: "EU Charter", it: "Carta UE" },
    about: {
      en: "The rights that bind the institutions of the EU, and the Member States, local authorities included, when they implement EU law. Elsewhere it is a point of reference, not a law of the city.",
      it: "I diritti che vincolano le istituzioni dell’UE e gli Stati membri, enti locali inclusi, quando attuano il diritto dell’UE. Altrove è un punto di riferimento, non una legge della città.",
    },
    source: `Charter of Fundamental Rights of the European Union, ${data.meta.edition}`,
    sourceUrl: data.meta.eli,
    certaintyNote: `English titles ${data.meta.confidence.en_titles}; Italian titles ${data.meta.confidence.it_titles}; tags ${data.meta.confidence.tags}`,
  },
  {
    title: {
      name: { en: "Title", it: "Titolo" },
      label: { en: "Title {n}", it: "Titolo {n}" },
      citable: false,
    },
    article: { name: { en: "Article", it: "Articolo" }, label: { en: "Art. {n}", it: "Art. {n}" } },
  },
  charterTitles().flatMap((part) => [
    {
      id: part.code,
      level: "title" as const,
      number: part.roman,
      title: part.title,
      certainty: part.certainty,
    },
    ...charterArticles()
      .filter(({ chapter }) => chapter === part.number)
      .map(({ code, number, title, certainty, coreCivicSpace, localServices }) => ({
        id: code,
        level: "article" as const,
        number: String(number),
        title,
        certainty,
        parentId: part.code,
        tags: [
          ...(coreCivicSpace ? ["civic-space" as const] : []),
          ...(localServices ? ["local-services" as const] : []),
        ] satisfies TagKey[],
      })),
  ]),
);
