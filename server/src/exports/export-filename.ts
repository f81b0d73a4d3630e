import slugify from "@sindresorhus/slugify";
import type { BoardReport } from "./report/board-report.ts";

/** Keeps the whole name below what archives and mail programs cut off. */
const LONGEST_PART = 40;

/** `project_city_template_object_2025-03-14_v63_en.csv`, in plain ASCII; what is not known is left out. */
export const exportFilename = (report: BoardReport, extension: string): string => {
  const { project, workshop, template, analysedObject, revision } = report.board;
  const names = [project.name, project.city, template.id, analysedObject?.name]
    .map((name) =>
      slugify(name ?? "")
        .slice(0, LONGEST_PART)
        .replace(/-+$/, ""),
    )
    .filter((part) => part !== "");
  const date = workshop.heldOn ?? report.export.generatedAt.slice(0, 10);
  return `${[...names, date, `v${revision}`, report.export.language].join("_")}.${extension}`;
};
