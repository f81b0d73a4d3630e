import { type AnyReport, isKindReport } from "../report/kind-report.ts";

/**
 * The report as JSON: under `board` what the API answers, under `export` where it comes from; between them, of kinds
 * whose types are derived, how columns and values are called, figures, and what was cited.
 */
export const writeJson = (report: AnyReport): string => `${JSON.stringify(told(report), null, 2)}\n`;

const told = (report: AnyReport): object => {
  if (!isKindReport(report)) return report;
  const { board, collections, figures, provisions, withheld } = report;
  return { board, collections, figures, provisions, withheld, export: report.export };
};
