import type { BoardDefinition } from "./define-board.ts";
import { isLinks } from "./fields/links.ts";

/** An end of a link that is to be made: where it stands. */
interface End {
  readonly board: BoardDefinition;
  readonly collection: string;
}

/** The field that is to hold a link, and at which end of it. */
export interface LinkingField {
  /** Which end cites the other: what comes of it, or what it comes from. */
  readonly citing: "result" | "origin";
  readonly field: string;
}

/**
 * Where a link from an origin to what comes of it is kept: in a field of either end that is made for it, of several the
 * one that says most closely what it is for, and then the result’s. `named` asks for one field. Null where there is none.
 */
export function fieldForLink(
  { origin, result }: { readonly origin: End; readonly result: End },
  named: string | null = null,
): LinkingField | null {
  const candidates = [
    ...fieldsTo(result, origin.board.kind, false).map((field) => ({ citing: "result" as const, ...field })),
    ...fieldsTo(origin, result.board.kind, true).map((field) => ({ citing: "origin" as const, ...field })),
  ].filter(({ field }) => named === null || field === named);
  const [found] = candidates.toSorted((a, b) => Number(b.isClose) - Number(a.isClose));
  return found ? { citing: found.citing, field: found.field } : null;
}

function fieldsTo(
  { board, collection }: End,
  kind: string,
  leadsOn: boolean,
): { field: string; isClose: boolean }[] {
  return Object.entries(board.collections[collection]?.fields ?? {}).flatMap(([field, declared]) => {
    const fits = isLinks(declared) && declared.leadsOn === leadsOn;
    if (!fits || (declared.to.length > 0 && !declared.to.includes(kind))) return [];
    return [{ field, isClose: declared.to.length > 0 }];
  });
}
