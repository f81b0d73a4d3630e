import {
  type AnyItem,
  type BoardDefinition,
  type Decision,
  type Destination,
  editBoard,
  type Field,
  InvalidEdit,
  type ItemNoun,
} from "@tavolo/schema";
import type * as Y from "yjs";
import type { Undo } from "../../sync/use-undo.ts";
import type { Permissions } from "../permissions.ts";
import type { Authors } from "../use-authors.ts";
import type { KindContent } from "./kind-content.ts";

/** Names of acts, for "Undone: …"; each has its words in the messages. */
export const KIND_ACTS = [
  "added",
  "written",
  "moved",
  "reordered",
  "changed",
  "removed",
  "restored",
] as const;
export type KindAct = (typeof KIND_ACTS)[number];

/** Values by field name; the declaration checks them. */
export type FieldValues = Readonly<Record<string, unknown>>;

/** Where an item goes: a section and neighbours in it, as `BoardEditor.move` has them. */
export type KindDestination = Destination<BoardDefinition, string>;

/** Everything a person can do to the content; each says whether it was done, and tells why not where it was not. */
export interface KindActions {
  /** Adds an item at the end of its section and returns its id; null where that was refused. */
  add(collection: string, fields: FieldValues): string | null;
  /** Adds a copy of an item behind it. */
  duplicate(collection: string, id: string): string | null;
  /** Sets fields; shared texts become the smallest change. Nothing is written where one of them does not hold. */
  set(collection: string, id: string, fields: FieldValues): boolean;
  move(collection: string, id: string, to: KindDestination): boolean;
  remove(collection: string, ids: readonly string[]): boolean;
  restore(collection: string, ids: readonly string[]): boolean;
  /** What is done inside is one act: undone together. */
  together<T>(act: KindAct, acts: () => T): T;
}

interface ActionsOptions {
  readonly definition: BoardDefinition;
  readonly doc: Y.Doc;
  readonly content: KindContent;
  readonly undo: Undo;
  readonly authors: Authors;
  readonly permissions: Permissions;
  /** Tells the person why something was not done. */
  readonly refuse: (code: string) => void;
}

/** Items come and go under an origin of its own, which undo leaves to their compensating commands. */
const COMING_AND_GOING = { name: "coming and going" };

/** Strict edits of this person, asked of the policy table first and noted for undo. */
export function kindActions(options: ActionsOptions): KindActions {
  const { definition, doc, content, undo, authors, permissions, refuse } = options;
  const values = editBoard(definition, doc, { origin: undo.contentOrigin });
  const items = editBoard(definition, doc, { origin: COMING_AND_GOING });
  const nounOf = (collection: string): ItemNoun => definition.collections[collection]?.item ?? "row";

  function attempt(decisions: readonly Decision[], act: () => void): boolean {
    const denied = decisions.find(({ allowed }) => !allowed);
    if (denied && !denied.allowed) {
      refuse(denied.code);
      return false;
    }
    try {
      act();
      return true;
    } catch (error) {
      if (!(error instanceof InvalidEdit)) throw error;
      refuse(error.code);
      return false;
    }
  }

  function add(collection: string, fields: FieldValues): string | null {
    let id: string | null = null;
    attempt([permissions.add(nounOf(collection))], () => {
      const added = items.add(collection, fields);
      id = added;
      authors.claim(added);
      undo.did("added" satisfies KindAct, {
        undo: () => items.remove(collection, added),
        redo: () => items.restore(collection, added),
      });
    });
    return id;
  }

  function mark(collection: string, ids: readonly string[], verb: "remove" | "restore"): boolean {
    const back = verb === "remove" ? "restore" : "remove";
    const all = (editor: "remove" | "restore") => () => {
      for (const id of ids) items[editor](collection, id);
    };
    const decisions = ids.map((id) => permissions.on(nounOf(collection), verb, id));
    return attempt(decisions, () => {
      all(verb)();
      const act: KindAct = verb === "remove" ? "removed" : "restored";
      undo.did(act, { undo: all(back), redo: all(verb) });
    });
  }

  function set(collection: string, id: string, fields: FieldValues): boolean {
    const declared: Readonly<Record<string, Field>> = definition.collections[collection]?.fields ?? {};
    const isText = (name: string) => declared[name]?.shared === "text";
    const texts = Object.entries(fields).filter(([name]) => isText(name));
    const others = Object.fromEntries(Object.entries(fields).filter(([name]) => !isText(name)));
    return attempt([permissions.on(nounOf(collection), "edit", id)], () => {
      // What does not hold is found before anything is written.
      for (const [name, value] of texts) declared[name]?.check(value, name);
      undo.together("changed" satisfies KindAct, () => {
        if (Object.keys(others).length > 0) values.set(collection, id, others);
        for (const [name, value] of texts) values.setText(collection, id, name, value as string);
      });
    });
  }

  return {
    add,
    duplicate(collection, id) {
      const item = content.itemsOf(collection).get(id);
      if (!item) return null;
      let copy: string | null = null;
      undo.together("added" satisfies KindAct, () => {
        copy = add(collection, asNewItem(definition, collection, item));
        if (copy !== null) items.move(collection, copy, { after: id });
      });
      return copy;
    },
    set,
    move: (collection, id, to) =>
      attempt([permissions.on(nounOf(collection), "move", id)], () => {
        undo.begin((to["section"] === undefined ? "reordered" : "moved") satisfies KindAct);
        values.move(collection, id, to);
      }),
    remove: (collection, ids) => mark(collection, ids, "remove"),
    restore: (collection, ids) => mark(collection, ids, "restore"),
    together: (act, acts) => undo.together(act, acts),
  };
}

/** What an item carried, as a new one takes it: everything but its place in the order. */
export function asNewItem(definition: BoardDefinition, collection: string, item: AnyItem): FieldValues {
  const names = Object.keys(definition.collections[collection]?.fields ?? {});
  return Object.fromEntries(
    names.filter((name) => name !== "rank" && name !== "removed").map((name) => [name, item[name]]),
  );
}
