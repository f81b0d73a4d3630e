const areas = {
  project: 1,
  analysedObject: 2,
  workshop: 3,
  board: 4,
  organisation: 5,
  person: 6,
  participant: 7,
  factor: 8,
  strategy: 9,
  recommendation: 10,
  indicator: 11,
  action: 12,
} as const;

/**
 * The id of one row of the demonstration: the same at every start, which makes loading it twice harmless and
 * its addresses quotable. A UUID v7 of the day the workshop is set on; `code` is the example’s own (`p-06`).
 */
export const demoId = (area: keyof typeof areas, code = "1"): string => {
  const letters = Buffer.from(code).toString("hex").slice(-12).padStart(12, "0");
  return `019593e1-be80-7${String(areas[area]).padStart(3, "0")}-8000-${letters}`;
};
