export type { LocalisedText } from "@tavolo/schema";
