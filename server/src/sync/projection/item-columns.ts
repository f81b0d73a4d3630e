import type { BoardItem, ItemContent } from "./board-item.entity.ts";

/** An item as the columns of its row, without who and when. */
export function itemColumns(
  content: ItemContent,
): Pick<BoardItem, "section" | "rank" | "cluster" | "removed" | "content"> {
  return {
    section: textOrNull(content, "section"),
    rank: textOrNull(content, "rank") ?? "",
    cluster: textOrNull(content, "cluster"),
    removed: content["removed"] === true,
    content,
  };
}

const textOrNull = (content: ItemContent, field: string): string | null => {
  const value = content[field];
  return typeof value === "string" ? value : null;
};
