import { isDeepStrictEqual } from "node:util";
import { InvalidEdit, readDecisions, stillToFill } from "@tavolo/schema";
import { invalidValue } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { decideOnBoard, reasonOf } from "./decide-on-board.ts";
import type { DecideItemInput } from "./decision-input.graphql.ts";
import { refusedFor } from "./decision-refusals.ts";
import { areIndicators } from "./indicator-agreement.ts";
import { valueRefusals } from "./value-rules.ts";

/** Gives a decided field its value: checked by the field as it is declared, and by what its kind asks of that step. */
export const decideValue = async (context: GraphQLContext, input: DecideItemInput): Promise<number> => {
  const { collection: name, field } = input;
  const reason = reasonOf(input);
  return decideOnBoard(context, input, "item.decide", ({ board: { kind } }) => {
    if (areIndicators(kind, name))
      throw invalidValue("field", "What is decided about an indicator follows from its voices and steps.");
    return ({ collection, item, decided }) => {
      const declared = collection.decided?.[field];
      if (!declared) throw new InvalidEdit("UNKNOWN_FIELD", field, `${field} is not decided.`);
      const from = readDecisions(collection, decided?.values ?? null)[field];
      const value = declared.check(input.value, field);
      const missing = stillToFill(collection, item);
      const refusals = isDeepStrictEqual(from, value)
        ? (["NO_SUCH_STEP"] as const)
        : valueRefusals(`${kind}/${name}/${field}`, { from, value, missing, item, reason });
      if (refusals.length > 0) throw refusedFor(refusals);
      const base = decided?.decidedSeq ?? 0;
      return { type: "value", collection: name, item: item.id, base, field, from, value, reason };
    };
  });
};
