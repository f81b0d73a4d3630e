import { expect, it } from "vitest";
import { groupTemplates, type TemplateCard } from "./template-groups.ts";

const template = (
  kind: TemplateCard["kind"],
  name: string,
  baseTemplateId: string | null = null,
): TemplateCard => ({
  id: name,
  version: 1,
  kind,
  baseTemplateId,
  ownSections: false,
  name,
  names: [],
  purpose: "",
  purposes: [],
  participants: { min: 1, ideal: 2, max: 3, mix: null },
  frameworkIds: [],
  sections: [],
  content: {} as TemplateCard["content"],
});

const templates = [
  template("SWOT", "SWOT"),
  template("ACTION_PLAN", "Piano d’azione"),
  template("PESTEL", "Scansione della città"),
  template("PESTEL", "Ours", "pestel-scan"),
];

it("lists a project’s own templates first, then the shipped ones by what they are for", () => {
  const groups = groupTemplates(templates).map((some) => [
    some.group,
    some.templates.map(({ name }) => name),
  ]);
  expect(groups).toEqual([
    ["own", ["Ours"]],
    ["analyse", ["SWOT", "Scansione della città"]],
    ["plan", ["Piano d’azione"]],
  ]);
});

it("finds by every word, whatever accents and case, and leaves empty groups out", () => {
  const found = groupTemplates(templates, "CITTA scansione");
  expect(found.map(({ group }) => group)).toEqual(["analyse"]);
  expect(groupTemplates(templates, "nothing like it")).toEqual([]);
});
