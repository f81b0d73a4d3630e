/** Hears how requests were answered. */
export interface RequestMeter {
  answered(answer: { route: string; method: string; status: number; seconds: number }): void;
}
