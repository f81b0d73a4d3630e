import type { ResultOf } from "../graphql/graphql.ts";
import type { templateFragment } from "./own-templates.query.ts";

export type TemplateCard = ResultOf<typeof templateFragment>;
type Kind = TemplateCard["kind"];

/** What a method is taken for, in the order of a co-construction. */
export const templateGroups = ["listen", "analyse", "plan", "monitor"] as const;
export type TemplateGroup = (typeof templateGroups)[number];

const groupOfKind: Readonly<Record<Kind, TemplateGroup>> = {
  FOCUS_GROUP: "listen",
  STAKEHOLDER_MAP: "listen",
  TRAINING_NEEDS: "listen",
  FREE_BOARD: "listen",
  SWOT: "analyse",
  TOWS: "analyse",
  PESTEL: "analyse",
  SELF_ASSESSMENT: "analyse",
  PEER_REVIEW: "analyse",
  RECOMMENDATIONS: "plan",
  ACTION_PLAN: "plan",
  THEORY_OF_CHANGE: "plan",
  LOCAL_STRATEGY: "plan",
  MONITORING_TOOL: "monitor",
  DISCRIMINATION_MONITORING_TOOL: "monitor",
  GENDER_BALANCE_SHEET: "monitor",
};

const plainWords = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase();

/** Whether a template says every one of these words, whatever their accents and case. */
const says = (template: TemplateCard, search: string): boolean => {
  const text = plainWords(
    [template.name, template.purpose, ...template.sections.map(({ name }) => name)].join(" "),
  );
  return plainWords(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
};

/** A project’s own templates first, then the shipped ones by what they are for; groups without any are left out. */
export const groupTemplates = (templates: readonly TemplateCard[], search = "") => {
  const found = templates.filter((template) => says(template, search));
  const own = found.filter(({ baseTemplateId }) => baseTemplateId !== null);
  const shipped = found.filter(({ baseTemplateId }) => baseTemplateId === null);
  return [
    { group: "own" as const, templates: own },
    ...templateGroups.map((group) => ({
      group,
      templates: shipped.filter(({ kind }) => groupOfKind[kind] === group),
    })),
  ].filter((some) => some.templates.length > 0);
};
