import { useEventListener } from "@vueuse/core";
import { useKindContext } from "./kind-context.ts";

interface KeysOptions {
  readonly find: () => void;
}

/** The keys of a board of any kind: take back and do again, find, help. A view has its own beside them. */
export function useKindKeys({ find }: KeysOptions): void {
  const { redoLast, undoLast, view } = useKindContext();

  useEventListener(document, "keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || view.dialog.value) return;
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    if (target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=menu]")) return;
    const key = event.key.toLowerCase();
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && key === "z") (event.shiftKey ? redoLast : undoLast)();
    else if (isCommand && key === "y") redoLast();
    else if (isCommand || event.altKey || !view.singleKeys.value) return;
    else if (key === "f") find();
    else return;
    event.preventDefault();
  });
}
