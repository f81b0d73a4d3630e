import { addressKey, type LinkCopy, linkText } from "@tavolo/schema";
import type { EntityManager } from "../database/entity-manager.ts";
import { BoardItemSchema } from "../sync/projection/board-item.entity.ts";
import { DEMO_BOARDS } from "./demo-boards.ts";
import { exampleWorkshop as example } from "./example-workshop.ts";

/** Makes links to groups of the open SWOT by their codes in the example. */
export type LinkGroups = (codes: readonly string[]) => Record<string, LinkCopy>;

/** Finds the groups by what they are called; one that was renamed meanwhile is linked to no more. */
export const swotGroups = async (em: EntityManager): Promise<LinkGroups> => {
  const { id: board, kind } = DEMO_BOARDS.open;
  const rows = await em.fork().find(BoardItemSchema, { board, collection: "clusters" });
  return (codes) =>
    Object.fromEntries(
      example.clusters
        .filter(({ code }) => codes.includes(code))
        .flatMap(({ text }) => {
          const row = rows.find(({ content }) => content["name"] === text);
          return row
            ? [[addressKey({ board, collection: "clusters", item: row.id }), { kind, text: linkText(text) }]]
            : [];
        }),
    );
};
