import type { ComputedField } from "../document/computed.ts";

/** Whether a day has passed: the deadline day itself is still in time. Both are ISO calendar dates. */
export function hasPassed(deadline: string | null, today: string): boolean {
  return deadline !== null && deadline < today;
}

/** What there is to do, as far as its time goes. */
export interface Dated {
  readonly deadline: string | null;
  readonly status: string;
}

/** Late is what has passed its deadline and is neither done nor dropped; nobody has to say so. */
export function isLate({ deadline, status }: Dated, today: string): boolean {
  return hasPassed(deadline, today) && status !== "done" && status !== "dropped";
}

/** The column that says so. */
export const late: ComputedField = {
  gives: "mark",
  label: { en: "Late", it: "In ritardo" },
  compute: ({ deadline, status }, today) =>
    isLate({ deadline: typeof deadline === "string" ? deadline : null, status: String(status) }, today),
};
