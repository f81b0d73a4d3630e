import * as encoding from "lib0/encoding";

/** Somebody’s presence: where their caret stands. */
export interface Cursor {
  readonly clientId: number;
  readonly noteId: string;
}

/** An awareness message of one person whose caret has moved to a character. */
export function cursorUpdate({ clientId, noteId }: Cursor, clock: number): Uint8Array {
  const position = { type: null, tname: null, item: { client: clientId, clock }, assoc: 0 };
  const state = {
    editing: noteId,
    focus: { itemId: noteId, field: "text", anchor: position, head: position },
  };
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
  });
}
