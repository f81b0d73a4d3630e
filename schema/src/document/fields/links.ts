import { isId } from "../../ids.ts";
import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import { isRecord } from "../json.ts";
import { mapField, type MapField } from "../map-field.ts";
import { checkPlainText, readablePlainText, textLength } from "../plain-text.ts";

/** Where an item is: kept when it moves within its board, and when its board moves. */
export interface ItemAddress {
  readonly board: string;
  readonly collection: string;
  readonly item: string;
}

/**
 * What is kept of a link's target beside its address: enough to read the link when the target is in the bin, on a
 * board one may not see, or gone.
 */
export interface LinkCopy {
  /** The kind of board it stands on, such as `swot`. */
  readonly kind: string;
  /** What it said when it was linked, cut to `LINK_TEXT_LENGTH`. */
  readonly text: string;
}

/** A link as it is read: where it leads and what it said. */
export type Link = ItemAddress & LinkCopy;

export interface LinksField extends MapField<LinkCopy> {
  /** Kinds of boards whose items it is made for; empty for any. */
  readonly to: readonly string[];
  /** Whether what it leads to comes from this item, as an indicator that measures it, and not the other way round. */
  readonly leadsOn: boolean;
}

/** One line, enough to know again what was meant. */
export const LINK_TEXT_LENGTH = 160;
/** As many as one edit may make: a whole cluster's notes at once. */
const MOST_AT_ONCE = 100;
const NAME = /^[a-z][A-Za-z_]{0,39}$/;

/**
 * Links to items of this board or of others, by address: what this item comes from, or is measured by. They lie with
 * the item that cites, so each link stands once, and linking twice is linking once. The other end finds them by the
 * projection.
 */
export function links(options: { to?: readonly string[]; leadsOn?: boolean } = {}): LinksField {
  const field = mapField<LinkCopy>({
    kind: "links",
    maxItems: MOST_AT_ONCE,
    readEntry: (key, raw) => (readAddress(key) ? readCopy(raw) : null),
    checkEntry(key, value, name) {
      if (!readAddress(key)) {
        throw new InvalidEdit("UNKNOWN_REFERENCE", name, `${name} leads to board/collection/item.`);
      }
      if (!isRecord(value) || typeof value["kind"] !== "string" || !NAME.test(value["kind"])) {
        throw new InvalidEdit("INVALID_VALUE", name, `${name} must say what kind of board it leads to.`);
      }
      return { kind: value["kind"], text: checkPlainText(value["text"], LINK_TEXT_LENGTH, name) };
    },
  });
  return { ...field, to: options.to ?? [], leadsOn: options.leadsOn ?? false };
}

export function isLinks(field: Field | undefined): field is LinksField {
  return field?.kind === "links";
}

/** The key of a link: its target's address. */
export function addressKey({ board, collection, item }: ItemAddress): string {
  return `${board}/${collection}/${item}`;
}

/** The links that a field read, sorted by address. */
export function linksOf(value: Readonly<Record<string, LinkCopy>>): Link[] {
  return Object.entries(value).flatMap(([key, copy]) => {
    const address = readAddress(key);
    return address ? [{ ...address, ...copy }] : [];
  });
}

/** What a new link keeps of its target's text. */
export function linkText(text: string): string {
  const line = readablePlainText(text).replaceAll(/\s+/g, " ").trim();
  return textLength(line) <= LINK_TEXT_LENGTH
    ? line
    : `${Array.from(line)
        .slice(0, LINK_TEXT_LENGTH - 1)
        .join("")}…`;
}

function readAddress(key: string): ItemAddress | null {
  const [board, collection, item, ...more] = key.split("/");
  if (!isId(board) || collection === undefined || !NAME.test(collection) || !isId(item)) return null;
  return more.length === 0 ? { board, collection, item } : null;
}

function readCopy(raw: unknown): LinkCopy | null {
  if (!isRecord(raw) || typeof raw["kind"] !== "string" || !NAME.test(raw["kind"])) return null;
  if (typeof raw["text"] !== "string") return null;
  const text = readablePlainText(raw["text"]);
  return textLength(text) <= LINK_TEXT_LENGTH ? { kind: raw["kind"], text } : null;
}
