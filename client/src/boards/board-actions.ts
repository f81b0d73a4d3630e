import {
  type BoardEditor,
  type Decision,
  type Destination,
  editBoard,
  type FieldChanges,
  InvalidEdit,
  type NewItem,
  newItemId,
  swot,
  type SwotCluster,
  type SwotNote,
  type SwotSection,
} from "@tavolo/schema";
import type * as Y from "yjs";
import type { Undo } from "../sync/use-undo.ts";
import type { Authors } from "./use-authors.ts";
import type { Permissions } from "./permissions.ts";

/** Names of acts, for "Undone: …"; each has its words in the messages. */
export type ActName =
  | "added"
  | "written"
  | "moved"
  | "grouped"
  | "ungrouped"
  | "reordered"
  | "changed"
  | "removed"
  | "restored"
  | "groupAdded"
  | "groupNamed"
  | "groupMoved"
  | "groupChanged"
  | "groupRemoved"
  | "groupRestored";

type Board = typeof swot;
type NoteMove = Destination<Board, "notes">;

/** Everything a person can do to the content; each says whether it was done, and tells why not where it was not. */
export interface BoardActions {
  addNote(fields: NewItem<Board, "notes">): boolean;
  setNote(id: string, fields: FieldChanges<Board, "notes">): boolean;
  moveNote(id: string, to: NoteMove, act?: ActName): boolean;
  removeNote(id: string): boolean;
  restoreNote(id: string): boolean;
  /** Makes a group, of notes or for notes to come, and returns its id. */
  addGroup(
    section: SwotSection,
    language: SwotCluster["language"],
    noteIds: readonly string[],
  ): string | null;
  setGroup(id: string, fields: FieldChanges<Board, "clusters">): boolean;
  moveGroup(id: string, to: Destination<Board, "clusters">, act?: ActName): boolean;
  /** The notes of a removed group stay. */
  removeGroup(id: string): boolean;
  restoreGroup(id: string): boolean;
}

interface ActionsOptions {
  readonly doc: Y.Doc;
  readonly undo: Undo;
  readonly authors: Authors;
  readonly permissions: Permissions;
  /** Tells the person why something was not done. */
  readonly refuse: (code: string) => void;
}

/** Items come and go under an origin of its own, which undo leaves to their compensating commands. */
const COMING_AND_GOING = { name: "coming and going" };

/** Strict edits of this person, asked of the policy table first and noted for undo. */
export function boardActions(options: ActionsOptions): BoardActions {
  const { doc, undo, authors, permissions, refuse } = options;
  const values = editBoard(swot, doc, { origin: undo.contentOrigin });
  const items = editBoard(swot, doc, { origin: COMING_AND_GOING });

  function attempt(decision: Decision, act: () => void): boolean {
    if (!decision.allowed) {
      refuse(decision.code);
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

  function change(decision: Decision, name: ActName, act: (editor: BoardEditor<Board>) => void): boolean {
    return attempt(decision, () => {
      undo.begin(name);
      act(values);
    });
  }

  function mark(
    collection: "notes" | "clusters",
    id: string,
    verb: "remove" | "restore",
    name: ActName,
  ): boolean {
    const noun = collection === "notes" ? "note" : "cluster";
    return attempt(permissions.on(noun, verb, id), () => {
      items[verb](collection, id);
      const remove = () => items.remove(collection, id);
      const restore = () => items.restore(collection, id);
      undo.did(name, verb === "remove" ? { undo: restore, redo: remove } : { undo: remove, redo: restore });
    });
  }

  function add<Name extends "notes" | "clusters">(
    collection: Name,
    fields: NewItem<Board, Name>,
    name: ActName,
  ): string {
    const id = items.add(collection, fields);
    authors.claim(id);
    undo.did(name, {
      undo: () => items.remove(collection, id),
      redo: () => items.restore(collection, id),
    });
    return id;
  }

  return {
    addNote: (fields) => attempt(permissions.add(), () => void add("notes", fields, "added")),
    setNote: (id, fields) =>
      change(permissions.on("note", "edit", id), "changed", (editor) => editor.set("notes", id, fields)),
    moveNote: (id, to, act = "moved") =>
      change(permissions.on("note", "move", id), act, (editor) => editor.move("notes", id, to)),
    removeNote: (id) => mark("notes", id, "remove", "removed"),
    restoreNote: (id) => mark("notes", id, "restore", "restored"),
    addGroup(section, language, noteIds) {
      const id = newItemId();
      const done = attempt(permissions.add(), () =>
        undo.together("groupAdded", () => {
          add("clusters", { id, section, language }, "groupAdded");
          for (const noteId of noteIds) {
            const decision = permissions.on("note", "move", noteId);
            if (decision.allowed) values.move("notes", noteId, { cluster: id });
          }
        }),
      );
      return done ? id : null;
    },
    setGroup: (id, fields) =>
      change(permissions.on("cluster", "edit", id), "groupChanged", (editor) =>
        editor.set("clusters", id, fields),
      ),
    moveGroup: (id, to, act = "groupMoved") =>
      change(permissions.on("cluster", "move", id), act, (editor) => editor.move("clusters", id, to)),
    removeGroup: (id) => mark("clusters", id, "remove", "groupRemoved"),
    restoreGroup: (id) => mark("clusters", id, "restore", "groupRestored"),
  };
}

/** What a note carried when it comes back under a new id: everything but its place in the order. */
export function asNewNote(note: SwotNote): NewItem<Board, "notes"> {
  const { text, language, translations, section, colour, factor, evidence, affected, charterArticles } = note;
  return { text, language, translations, section, colour, factor, evidence, affected, charterArticles };
}
