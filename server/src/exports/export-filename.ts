import slugify from "@sindresorhus/slugify";
import type { AnyReport } from "./report/kind-report.ts";

/** Keeps the whole name below what archives and mail programs cut off. */
const LONGEST_PART = 40;

/** `project_city_template_object_2025-03-14_v63_en.csv`, in plain ASCII; what is not known is left out. A table that was asked for by its collection has it behind the template. */
export const exportFilename = (
  report: AnyReport,
  extension: string,
  collection: string | null = null,
): string => {
  const { project, workshop, template, analysedObject, revision } = report.board;
  const names = [
    project.name,
    project.city,
    collection === null ? template.id : `${template.id}-${collection}`,
    analysedObject?.name,
  ]
    .map((name) =>
      slugify(name ?? "")
        .slice(0, LONGEST_PART)
        .replace(/-+$/, ""),
    )
    .filter((part) => part !== "");
  const date = workshop.heldOn ?? report.export.generatedAt.slice(0, 10);
  return `${[...names, date, `v${revision}`, report.export.language].join("_")}.${extension}`;
};
