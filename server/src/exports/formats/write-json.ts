import type { BoardReport } from "../report/board-report.ts";

/** The report as JSON: under `board` what the API answers, under `export` where it comes from. */
export const writeJson = (report: BoardReport): string => `${JSON.stringify(report, null, 2)}\n`;
