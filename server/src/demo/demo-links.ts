import { addressKey, type LinkCopy, linkText } from "@tavolo/schema";
import { DEMO_BOARDS } from "./demo-boards.ts";
import { demoId } from "./demo-ids.ts";

/** Where the items stand that others of the demonstration link to. */
const PLACES = {
  factor: { board: DEMO_BOARDS.tows, collection: "factors" },
  strategy: { board: DEMO_BOARDS.tows, collection: "strategies" },
  recommendation: { board: DEMO_BOARDS.recommendations, collection: "cards" },
  indicator: { board: DEMO_BOARDS.monitoringTool, collection: "indicators" },
} as const;

/** Links to those of `items` that have one of the codes; ids are known before the items are written. */
export const demoLinks = (
  area: keyof typeof PLACES,
  items: readonly { readonly code: string; readonly text: string }[],
  codes: readonly string[],
): Record<string, LinkCopy> => {
  const { board, collection } = PLACES[area];
  return Object.fromEntries(
    items
      .filter(({ code }) => codes.includes(code))
      .map(({ code, text }) => [
        addressKey({ board: board.id, collection, item: demoId(area, code) }),
        { kind: board.kind, text: linkText(text) },
      ]),
  );
};
