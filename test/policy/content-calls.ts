import type { Verb } from "./content-matrix.ts";

/** The mutation that does this to a note or a cluster, and what it is called with. */
export const contentCall = (
  verb: Verb,
  item: "note" | "cluster",
  boardId: string,
  id: string,
): { query: string; input: object } => {
  const noun = item === "note" ? "Note" : "Cluster";
  const words = item === "note" ? { text: "Changed" } : { name: "Changed" };
  const inputs: Record<Verb, object> = {
    add: { boardId, section: "STRENGTHS", ...words },
    edit: { boardId, id, ...words },
    move: { boardId, id, section: "STRENGTHS" },
    remove: { boardId, id },
    restore: { boardId, id },
  };
  return {
    query: `mutation ($input: ${verb[0]!.toUpperCase()}${verb.slice(1)}${noun}Input!) {
      ${verb}${noun}(input: $input) { revision }
    }`,
    input: inputs[verb],
  };
};
