import { useEventListener } from "@vueuse/core";

/** For so long after the last key in a text field, keys are meant for that field. */
const GUARD_MS = 1_000;

const leavingKeys = new Set(["Escape", "Enter", "Tab"]);
const modifiers = new Set(["Shift", "Control", "Alt", "Meta"]);

/**
 * Keeps words from becoming commands when a field loses the keyboard under somebody who goes on typing. Says of a
 * key whether it was meant for the field; who leaves a field by their own act is believed at once.
 */
export function useTypingGuard(): (event: KeyboardEvent) => boolean {
  let typedAt = -Infinity;

  useEventListener(
    document,
    "keydown",
    (event) => {
      if (modifiers.has(event.key)) return;
      const field =
        event.target instanceof Element ? event.target.closest("input, textarea, [contenteditable]") : null;
      if (leavingKeys.has(event.key) && !event.isComposing) typedAt = -Infinity;
      else if (field && !event.ctrlKey && !event.metaKey) typedAt = event.timeStamp;
    },
    { capture: true },
  );
  useEventListener(document, "pointerdown", () => (typedAt = -Infinity), { capture: true });

  return (event) => {
    const isTyping =
      (event.key.length === 1 && event.key !== " ") || event.key === "Delete" || event.key === "Backspace";
    if (!isTyping || event.timeStamp - typedAt > GUARD_MS) return false;
    typedAt = event.timeStamp;
    return true;
  };
}
