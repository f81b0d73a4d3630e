import data from "../data/sdg.json" with { type: "json" };
import { defineFramework, titled } from "../framework.ts";

/** Goals 5, 10, 11 and 16 of the 2030 Agenda with their 41 targets. */
export const sdg = defineFramework(
  {
    id: data.meta.id,
    version: 1,
    name: data.meta.name,
    shortName: { en: "SDGs", it: "OSS" },
    about: {
      en: "Four of the seventeen goals of the 2030 Agenda, with their targets. The numbers are the UN’s; the short titles of targets are ours.",
      it: "Quattro dei diciassette obiettivi dell’Agenda 2030, con i loro traguardi. I numeri sono dell’ONU; i titoli brevi dei traguardi sono nostri.",
    },
    source: data.meta.source,
    sourceUrl: null,
    certaintyNote: `Numbers: ${data.meta.confidence.numbers}; short titles: ${data.meta.confidence.short_titles}; Italian: ${data.meta.confidence.it}`,
  },
  {
    goal: { name: { en: "Goal", it: "Obiettivo" }, label: { en: "Goal {n}", it: "Obiettivo {n}" } },
    target: { name: { en: "Target", it: "Traguardo" }, label: { en: "Target {n}", it: "Traguardo {n}" } },
  },
  data.goals.flatMap((goal) => [
    {
      id: goal.code,
      level: "goal" as const,
      number: String(goal.number),
      ...titled(goal.title, { en: "known", it: "own" }),
      description: goal.statement,
    },
    ...goal.targets.map((target) => ({
      id: target.code,
      level: "target" as const,
      number: target.number,
      ...titled(target.short_title, { en: "own", it: "own" }),
      parentId: goal.code,
      tags: target.core ? (["local-monitoring"] as const) : [],
    })),
  ]),
);
