import { type Certainty, readCertainty } from "../certainty.ts";
import data from "../data/eige_gep_gender_budgeting.json" with { type: "json" };
import { defineFramework, titled } from "../framework.ts";

type Level = "requirement" | "area" | "step" | "stage" | "tool";

interface Item {
  readonly code: string;
  readonly title: { readonly en: string; readonly it: string };
}

interface Part {
  readonly id: string;
  readonly title: { readonly en: string; readonly it: string };
  readonly level: Level;
  readonly items: readonly (Item & { readonly english: Certainty; readonly italian: Certainty })[];
}

/** Italian titles are our own translations, except those that the projects wrote in both languages. */
const items = (list: readonly (Item & { readonly confidence: string })[]): Part["items"] =>
  list.map(({ code, title, confidence }) => {
    const english = readCertainty(confidence);
    return { code, title, english, italian: english === "seed" ? "seed" : "own" };
  });

const parts: readonly Part[] = [
  {
    id: "GEP-R",
    title: {
      en: "What a gender equality plan has to have",
      it: "Che cosa deve avere un piano di uguaglianza",
    },
    level: "requirement",
    items: items(data.gep_process_requirements),
  },
  {
    id: "GEP-A",
    title: { en: "Areas of a plan in Horizon Europe", it: "Aree di un piano in Horizon Europe" },
    level: "area",
    items: items(data.gep_areas_horizon_europe),
  },
  {
    id: "GEPM",
    title: { en: "Areas of a plan in a municipality", it: "Aree di un piano in un comune" },
    level: "area",
    items: items(data.gep_areas_municipal.items),
  },
  {
    id: "GEAR",
    title: { en: "Steps to a plan (GEAR)", it: "Tappe verso un piano (GEAR)" },
    level: "step",
    items: items(data.gear_steps),
  },
  {
    id: "GB-S",
    title: { en: "Stages of gender budgeting", it: "Fasi del bilancio di genere" },
    level: "stage",
    items: items(data.gender_budgeting_stages),
  },
  {
    id: "EIGE-GB",
    title: { en: "EIGE’s tools for gender budgeting", it: "Strumenti EIGE per il bilancio di genere" },
    level: "tool",
    items: data.eige_tools.map((tool) => ({
      code: tool.code,
      title: tool.title,
      english: readCertainty(tool.confidence_en),
      italian: readCertainty(tool.confidence_it),
    })),
  },
];

/** Gender equality plans and gender budgeting: requirements, areas, steps, stages and tools. */
export const genderEquality = defineFramework(
  {
    id: data.meta.id,
    version: 1,
    name: data.meta.name,
    shortName: { en: "EIGE", it: "EIGE" },
    about: {
      en: "What a gender equality plan has to have, the areas it covers in research bodies and in a municipality, the steps towards it, and stages and tools of gender budgeting.",
      it: "Che cosa deve avere un piano di uguaglianza di genere, le aree che copre negli enti di ricerca e in un comune, le tappe per arrivarci, le fasi e gli strumenti del bilancio di genere.",
    },
    source: data.meta.source,
    sourceUrl: null,
    certaintyNote: data.meta.confidence,
  },
  {
    part: { name: { en: "Part", it: "Parte" }, citable: false },
    requirement: {
      name: { en: "Requirement", it: "Requisito" },
      label: { en: "Requirement {n}", it: "Requisito {n}" },
    },
    area: { name: { en: "Area", it: "Area" }, label: { en: "Area {n}", it: "Area {n}" } },
    step: { name: { en: "Step", it: "Tappa" }, label: { en: "Step {n}", it: "Tappa {n}" } },
    stage: { name: { en: "Stage", it: "Fase" }, label: { en: "Stage {n}", it: "Fase {n}" } },
    tool: { name: { en: "Tool", it: "Strumento" }, label: { en: "Tool {n}", it: "Strumento {n}" } },
  },
  parts.flatMap((part) => [
    { id: part.id, level: "part" as const, ...titled(part.title, { en: "own", it: "own" }) },
    ...part.items.map(({ code, title, english, italian }, index) => ({
      id: code,
      level: part.level,
      number: String(index + 1),
      ...titled(title, { en: english, it: italian }),
      parentId: part.id,
    })),
  ]),
);
