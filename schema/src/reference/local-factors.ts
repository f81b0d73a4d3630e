import type { CodeList } from "../document/fields/reference.ts";
import data from "./data/local_factors.json" with { type: "json" };

/** A factor that helps or hinders a civic space; the list is our own proposal. */
export interface LocalFactor {
  /** `F-PLACE`, `F-GOV`, … */
  readonly code: string;
  readonly title: { readonly en: string; readonly it: string };
  /** The matching area of FRA's civic-space reports, where there is one. */
  readonly fraArea: string | null;
  /** Whether it is usually in the hands of those who run the space (strengths and weaknesses). */
  readonly internalByDefault: boolean;
}

const factors: readonly LocalFactor[] = data.items.map((item) => ({
  code: item.code,
  title: item.title,
  fraArea: item.fra_area,
  internalByDefault: item.internal_default,
}));

/** The factors in their editorial order. */
export function localFactors(): readonly LocalFactor[] {
  return factors;
}

export const localFactorFramework: CodeList = {
  name: "local factors of civic space",
  codes: factors.map((factor) => factor.code),
};
