import { onScopeDispose, shallowReadonly, shallowRef, type ShallowRef } from "vue";
import * as Y from "yjs";
import { putBack, valueChanges, type ValueChange } from "./value-changes.ts";

type StackItem = Y.UndoManager["undoStack"][number];

/** Adding, removing or restoring an item: undone by a command of its own, never by undoing containers. */
export interface Reversal {
  undo(): void;
  redo(): void;
}

type Act = { readonly label: string; readonly batch: number } & (
  | { readonly kind: "content"; readonly item: StackItem }
  | { readonly kind: "values"; readonly changes: readonly ValueChange[] }
  | { readonly kind: "reversal"; readonly reversal: Reversal }
);

/** What a step of undo or redo was about; null when there was nothing to do. */
export type UndoneAct = { readonly label: string } | null;

/** Undo and redo of one’s own acts, in the order in which they were done. */
export interface Undo {
  /** Origin for transactions on text and field values; one transaction changes the one or the other. */
  readonly contentOrigin: object;
  readonly canUndo: Readonly<ShallowRef<boolean>>;
  readonly canRedo: Readonly<ShallowRef<boolean>>;
  /** Begins a new act: what follows is undone apart from what was before. `label` names it. */
  begin(label: string): void;
  /** Notes an act that has its own way back. */
  did(label: string, reversal: Reversal): void;
  /** What is done inside is one act, taken back together; it may be part of a larger one. */
  together<T>(label: string, acts: () => T): T;
  undo(): UndoneAct;
  redo(): UndoneAct;
}

interface UndoOptions {
  readonly doc: Y.Doc;
  readonly collections: readonly string[];
}

/** Typing within this time is one act. */
const ONE_ACT_MS = 800;

/**
 * Undo across three kinds of acts: Yjs takes back text of this client’s origin alone; field values are set back
 * where nobody has changed them since (Yjs would leave a field empty whose former value another person wrote);
 * items that came or went are reversed by commands (redoing a container would make a new one under another writer).
 */
export function useUndo({ doc, collections }: UndoOptions): Undo {
  const contentOrigin = {};
  const manager = new Y.UndoManager(
    collections.map((collection) => doc.getMap(collection)),
    {
      trackedOrigins: new Set([contentOrigin]),
      captureTimeout: ONE_ACT_MS,
      captureTransaction: ({ changed }) => [...changed.keys()].some((type) => type instanceof Y.Text),
    },
  );
  let done: Act[] = [];
  let undone: Act[] = [];
  let label = "";
  let batch = 0;
  let joined = false;
  const canUndo = shallowRef(false);
  const canRedo = shallowRef(false);

  const show = () => {
    canUndo.value = done.length > 0;
    canRedo.value = undone.length > 0;
  };

  manager.on("stack-item-added", ({ stackItem, type }) => {
    if (manager.undoing || manager.redoing || type !== "undo") return;
    // A pause in typing ends an act, unless it is part of a larger one.
    if (!joined) batch += 1;
    done.push({ kind: "content", label, batch, item: stackItem });
    undone = [];
    show();
  });

  /** An act that Yjs knows nothing of: what was undone before it cannot be done again. */
  function push(act: Act): void {
    manager.clear(false, true);
    done.push(act);
    undone = [];
    show();
  }

  const observed = collections.map((collection) => {
    const items = doc.getMap(collection);
    const observe = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], { origin }: Y.Transaction) => {
      if (origin !== contentOrigin) return;
      const changes = valueChanges(collection, events);
      if (changes.length > 0) push({ kind: "values", label, batch, changes });
    };
    items.observeDeep(observe);
    return () => items.unobserveDeep(observe);
  });

  /** Lets Yjs see one act alone: an act that others overwrote must not take an earlier one with it. */
  function stepContent(item: StackItem, direction: "undo" | "redo"): StackItem | null {
    const from = direction === "undo" ? "undoStack" : "redoStack";
    const to = direction === "undo" ? "redoStack" : "undoStack";
    const rest = manager[from].filter((other) => other !== item);
    const before = manager[to].length;
    manager[from] = [item];
    manager[direction]();
    manager[from] = rest;
    return manager[to].length > before ? (manager[to].at(-1) ?? null) : null;
  }

  /** One act; null when others have overwritten all of it. */
  function stepOne(act: Act, direction: "undo" | "redo"): Act | null {
    if (act.kind === "reversal") {
      act.reversal[direction]();
      return act;
    }
    if (act.kind === "values") {
      const changes = putBack(doc, act.changes);
      return changes.length > 0 ? { ...act, changes } : null;
    }
    const item = stepContent(act.item, direction);
    return item && { ...act, item };
  }

  function step(from: Act[], to: Act[], direction: "undo" | "redo"): UndoneAct {
    let found: Act | null = null;
    for (let act = from.at(-1); act && (!found || act.batch === found.batch); act = from.at(-1)) {
      from.pop();
      const taken = stepOne(act, direction);
      if (!taken) continue;
      to.push(taken);
      found = taken;
    }
    return found && { label: found.label };
  }

  function startAct(next: string): void {
    manager.stopCapturing();
    if (joined) return;
    label = next;
    batch += 1;
  }

  onScopeDispose(() => {
    manager.destroy();
    for (const stop of observed) stop();
  });

  return {
    contentOrigin,
    canUndo: shallowReadonly(canUndo),
    canRedo: shallowReadonly(canRedo),
    begin: startAct,
    did(next, reversal) {
      startAct(next);
      push({ kind: "reversal", label, batch, reversal });
    },
    together(next, acts) {
      const isPart = joined;
      startAct(next);
      joined = true;
      try {
        return acts();
      } finally {
        joined = isPart;
      }
    },
    undo() {
      manager.stopCapturing();
      const act = step(done, undone, "undo");
      show();
      return act;
    },
    redo() {
      manager.stopCapturing();
      const act = step(undone, done, "redo");
      show();
      return act;
    },
  };
}
