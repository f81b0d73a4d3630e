import type { BoardEditor } from "@tavolo/schema";
import type { TavoloError } from "../../errors.ts";
import type { BoardRights, ContentVerb } from "./board-rights.ts";

/** The strict editor, asking for the actor’s right before each call; throws TavoloError before anything is written. */
export function guardEditor(editor: BoardEditor, rights: BoardRights): BoardEditor {
  const insist = (refusal: TavoloError | null) => {
    if (refusal) throw refusal;
  };
  const demand = (collection: string, verb: ContentVerb, id: string | null) =>
    insist(rights.refuse(collection, verb, id));
  return {
    add(collection, fields) {
      demand(collection, "add", null);
      return editor.add(collection, fields);
    },
    copy(collection, item) {
      demand(collection, "add", null);
      editor.copy(collection, item);
    },
    set(collection, id, fields) {
      demand(collection, "edit", id);
      editor.set(collection, id, fields);
    },
    setText(collection, id, field, value) {
      insist(rights.refuseText(collection, id, field, value));
      editor.setText(collection, id, field, value);
    },
    change(collection, id, fields) {
      insist(rights.refuseChange(collection, id, fields));
      editor.change(collection, id, fields);
    },
    move(collection, id, to) {
      insist(rights.refuseMove(collection, id, to.section));
      editor.move(collection, id, to);
    },
    remove(collection, id) {
      demand(collection, "remove", id);
      editor.remove(collection, id);
    },
    restore(collection, id) {
      demand(collection, "restore", id);
      editor.restore(collection, id);
    },
  };
}
