import { citedProvisions, type CollectionDefinition, searchedTexts, wordsOf } from "@tavolo/schema";
import type { BoardItem, ItemContent } from "./board-item.entity.ts";

/** More words than these are a book: an item is found by its first ones. */
const MOST_WORDS = 4_000;

/** An item as the columns of its row, without its board, who and when. */
export function itemColumns(
  collection: CollectionDefinition | undefined,
  content: ItemContent,
): Pick<BoardItem, "section" | "rank" | "cluster" | "removed" | "content" | "words" | "provisions"> {
  return {
    section: textOrNull(content, "section"),
    rank: textOrNull(content, "rank") ?? "",
    cluster: textOrNull(content, "cluster"),
    removed: content["removed"] === true,
    content,
    ...foundBy(collection, content),
  };
}

/** What an item is found by, as its declaration says; nothing where none is known. */
export function foundBy(
  collection: CollectionDefinition | undefined,
  content: ItemContent,
): Pick<BoardItem, "words" | "provisions"> {
  if (!collection) return { words: [], provisions: [] };
  const words = wordsOf(searchedTexts(collection, content).join(" "));
  return { words: words.slice(0, MOST_WORDS).sort(), provisions: citedProvisions(collection, content) };
}

const textOrNull = (content: ItemContent, field: string): string | null => {
  const value = content[field];
  return typeof value === "string" ? value : null;
};
