import { type ClientAwareness, isId, type PresenceFocus } from "@tavolo/schema";

/** Where on the board somebody is: the one thing a client may say of itself. */
export type Whereabouts = ClientAwareness;

/** Reads a client’s awareness state; whatever else it says is left out, and what is malformed is nowhere. */
export function readWhereabouts(state: Readonly<Record<string, unknown>>): Whereabouts {
  const { editing, focus } = state;
  return { editing: isId(editing) ? editing : null, focus: readFocus(focus) };
}

function readFocus(focus: unknown): PresenceFocus | null {
  if (typeof focus !== "object" || focus === null || !("itemId" in focus) || !isId(focus.itemId)) return null;
  const field = "field" in focus && typeof focus.field === "string" ? focus.field : null;
  if (field === null) return null;
  const end = (name: "anchor" | "head"): unknown => (name in focus ? Reflect.get(focus, name) : null);
  return { itemId: focus.itemId, field, anchor: end("anchor"), head: end("head") };
}
