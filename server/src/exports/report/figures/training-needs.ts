import { inLanguage, TRAINING_TOPICS, trainingNeeds } from "@tavolo/schema";
import { figure, type FiguresOf, itemsOf } from "./figure-source.ts";

/** What the notes speak of, by topic and section. Answers to the questionnaire are no part of a board. */
export const trainingFigures: FiguresOf = (source) => {
  const notes = itemsOf(source, trainingNeeds, "notes");
  const { valueNames = {} } = trainingNeeds.collections.notes.fields.topic;
  const { sections } = source.definition;
  return figure(source, {
    id: "topics",
    title: { en: "Needs, obstacles and offers by topic", it: "Bisogni, ostacoli e offerte per tema" },
    columns: [
      ["topic", "text", { en: "Topic", it: "Tema" }],
      ...sections.map(({ key, name: { en = key, it = en } }) => [key, "number", { en, it }] as const),
    ],
    rows: [...TRAINING_TOPICS, null].flatMap((topic) => {
      const here = notes.filter((note) => note.topic === topic);
      const name =
        topic === null ? { en: "No topic", it: "Senza tema" } : (valueNames[topic] ?? { en: topic });
      return here.length > 0
        ? [
            [
              inLanguage(name, source.language),
              ...sections.map(({ key }) => here.filter((note) => note.section === key).length),
            ],
          ]
        : [];
    }),
  });
};
