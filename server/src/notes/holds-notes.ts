import { swot } from "@tavolo/schema";

/**
 * Whether what a board calls notes and clusters are the API’s `Note` and `Cluster`. These are older than the types
 * that are derived for each kind, and the SWOT’s alone.
 */
export const holdsNotes = (kind: string): boolean => kind === swot.kind;
