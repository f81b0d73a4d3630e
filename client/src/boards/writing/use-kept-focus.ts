import { useEventListener } from "@vueuse/core";
import { onScopeDispose, type Ref } from "vue";

interface KeptFocusOptions {
  readonly field: Readonly<Ref<HTMLTextAreaElement | null>>;
  /** The person left the field. */
  readonly onLeft: () => void;
}

/** A press that takes the keyboard away does so within this time. */
const PRESS_MS = 500;

/**
 * Tells a person who leaves a field from a page that moves it under them. A field that was taken out of the page
 * and put back at once has lost the keyboard, not the person: it gets it back, with its selection and scroll.
 */
export function useKeptFocus({ field, onLeft }: KeptFocusOptions): void {
  let selection: readonly [number, number, HTMLTextAreaElement["selectionDirection"]] | null = null;
  let pressedAt = -Infinity;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function takeBack(element: HTMLTextAreaElement): void {
    const { scrollTop } = element;
    element.focus({ preventScroll: true });
    if (selection) element.setSelectionRange(...selection);
    element.scrollTop = scrollTop;
  }

  // Called before the next key can come; some browsers tell nobody that a field was moved, not even by a blur.
  const observer = new MutationObserver((records) => {
    const element = field.value;
    if (!element?.isConnected || document.activeElement !== document.body || !document.hasFocus()) return;
    const wasTaken = records.some(({ removedNodes }) =>
      [...removedNodes].some((node) => node.contains(element)),
    );
    if (wasTaken) takeBack(element);
  });

  const end = () => {
    clearTimeout(waiting);
    waiting = undefined;
    observer.disconnect();
  };

  useEventListener(document, "pointerdown", ({ timeStamp }) => (pressedAt = timeStamp), { capture: true });
  useEventListener(field, "focus", () => {
    clearTimeout(waiting);
    selection = null;
    observer.observe(document.body, { childList: true, subtree: true });
  });
  useEventListener(field, "blur", (event) => {
    const element = field.value;
    const byPerson =
      event.relatedTarget !== null ||
      event.timeStamp - pressedAt < PRESS_MS ||
      !document.hasFocus() ||
      !element;
    if (byPerson) {
      end();
      onLeft();
      return;
    }
    selection = [element.selectionStart, element.selectionEnd, element.selectionDirection];
    waiting = setTimeout(() => {
      if (document.activeElement === element) return;
      end();
      onLeft();
    });
  });
  onScopeDispose(() => {
    observer.disconnect();
  });
}
