import { LAST_RANK, type SwotNote } from "@tavolo/schema";
import type { Draft } from "../../view-state.ts";

/** A note before its first word: a row can show it, the board does not have it. */
export const unwritten = (id: string, draft: Draft | null): SwotNote => ({
  id,
  text: "",
  language: "en",
  translations: {},
  section: draft?.section ?? "S",
  rank: LAST_RANK,
  position: null,
  colour: "paper",
  factor: null,
  evidence: null,
  affected: [],
  charterArticles: [],
  cluster: null,
  removed: false,
});
