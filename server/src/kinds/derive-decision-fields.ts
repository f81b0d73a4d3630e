import type { BoardDefinition } from "@tavolo/schema";
import { Args, Ctx, Field, Int } from "type-graphql";
import { IndicatorAgreement } from "../decisions/agreement.graphql.ts";
import { areIndicators } from "../decisions/indicator-agreement.ts";
import { ItemDecisionConnection } from "../decisions/item-decision.graphql.ts";
import { loadDecided } from "../decisions/load-decided.ts";
import { decisionsOfItem } from "../decisions/load-decisions.ts";
import { PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import type { Item } from "../items/item.graphql.ts";
import { standingOf } from "../sync/decisions/after-decision.ts";
import type { DerivedField } from "./derive-item-fields.ts";
import type { ItemType } from "./item-type.ts";

/** What an indicator says of how it was agreed, beside its decided fields. */
export const agreementFields = (
  { kind }: BoardDefinition,
  collection: string,
): Record<string, DerivedField> =>
  areIndicators(kind, collection)
    ? {
        agreement: {
          type: () => IndicatorAgreement,
          nullable: false,
          description: "How both sides stand to it.",
          resolve: async ({ row }, context) => new IndicatorAgreement(row, await loadDecided(context, row)),
        },
        breaks: {
          type: () => [Int],
          nullable: false,
          description:
            "The versions whose values cannot be compared with those before: their definition is another.",
          resolve: async ({ row }, context) => standingOf(await loadDecided(context, row)).card.breaks,
        },
        versionInUse: {
          type: () => Int,
          nullable: true,
          description: "The version that measures, also while a revision is discussed.",
          resolve: async ({ row }, context) => standingOf(await loadDecided(context, row)).card.inUse,
        },
      }
    : {};

/** Lets the items of a collection about which something is decided tell all that was decided, page by page. */
export const addHistory = (type: ItemType): void => {
  const method = "page of decisions";
  const descriptor = {
    value(this: Item, page: PageArgs, context: GraphQLContext) {
      return decisionsOfItem(context, this.row, page);
    },
  };
  Object.defineProperty(type.prototype, method, descriptor);
  Field(() => ItemDecisionConnection, {
    name: "history",
    description: "All that was said and decided about it, oldest first.",
  })(type.prototype, method, descriptor);
  Args(() => PageArgs)(type.prototype, method, 0);
  Ctx()(type.prototype, method, 1);
};
