import { textDiff, type TextDiff } from "@tavolo/schema";
import { useEventListener } from "@vueuse/core";
import { onScopeDispose, type Ref, shallowReadonly, shallowRef, type ShallowRef, watch } from "vue";
import type * as Y from "yjs";
import { indexAfter, rebase, type TextDelta } from "./text-change.ts";

interface SharedTextOptions {
  readonly field: Readonly<Ref<HTMLTextAreaElement | null>>;
  /** The live text; null while the item it belongs to does not exist yet. */
  readonly text: () => Y.Text | null;
  /** Origin of the transactions, so that they can be undone as one’s own. */
  readonly origin: object;
  /** Makes the item with the first words, where there is none yet. */
  readonly begin?: (value: string) => void;
  /** The caret moved, in UTF-16 units. */
  readonly onCaret: (start: number, end: number) => void;
}

interface SharedText {
  /** What the field shows now. */
  readonly value: Readonly<ShallowRef<string>>;
  /** Puts a half-composed word into the text: the board is about to close. */
  commit(): void;
  /** The live text may have come or gone: bind anew. */
  bind(): void;
}

/**
 * Binds a text field to a shared text: each key becomes the smallest edit, what others write appears without
 * moving this person’s caret, selection or scroll. While an input method composes, others’ letters wait.
 */
export function useSharedText({ field, text, origin, begin, onCaret }: SharedTextOptions): SharedText {
  const value = shallowRef("");
  let bound: Y.Text | null = null;
  let writing = false;
  let composing: { readonly before: string; readonly missed: TextDelta[] } | null = null;
  let caretBefore = 0;

  function write(diff: TextDiff): void {
    const live = bound;
    if (!live || (diff.remove === 0 && diff.insert === "")) return;
    writing = true;
    live.doc?.transact(() => {
      if (diff.remove > 0) live.delete(diff.index, diff.remove);
      if (diff.insert !== "") live.insert(diff.index, diff.insert);
    }, origin);
    writing = false;
  }

  function typed(): void {
    const element = field.value;
    if (!element || composing) return;
    value.value = element.value;
    if (!bound) {
      // An item may not begin with nothing to read.
      if (element.value.trim() === "") return;
      begin?.(element.value);
      attach();
    }
    if (bound) write(textDiff(bound.toString(), element.value, caretBefore));
  }

  function endComposing(): void {
    const element = field.value;
    const composed = composing;
    composing = null;
    if (!element || !composed) return;
    if (composed.missed.length === 0 || !bound) {
      typed();
      return;
    }
    const [start, end] = [element.selectionStart, element.selectionEnd];
    const diff = rebase(textDiff(composed.before, element.value), composed.missed);
    write(diff);
    const behind = diff.index + diff.insert.length;
    show(element, bound.toString(), start === end ? behind : start, behind);
  }

  function show(element: HTMLTextAreaElement, next: string, start: number, end: number): void {
    value.value = next;
    if (element.value === next) return;
    const { scrollTop, selectionDirection } = element;
    element.value = next;
    // An unfocused field must stay so: in some browsers a selection takes the focus.
    if (document.activeElement === element) element.setSelectionRange(start, end, selectionDirection);
    element.scrollTop = scrollTop;
  }

  const observe = (event: Y.YTextEvent) => {
    const element = field.value;
    if (writing || !element || !bound) return;
    if (composing) {
      composing.missed.push(event.delta);
      return;
    }
    show(
      element,
      bound.toString(),
      indexAfter(event.delta, element.selectionStart),
      indexAfter(event.delta, element.selectionEnd),
    );
  };

  function attach(): boolean {
    const live = text();
    if (live === bound) return false;
    bound?.unobserve(observe);
    bound = live;
    bound?.observe(observe);
    return true;
  }

  function bind(): void {
    if (!attach()) return;
    const element = field.value;
    if (element && bound) show(element, bound.toString(), element.selectionStart, element.selectionEnd);
  }

  useEventListener(field, "beforeinput", () => {
    caretBefore = field.value?.selectionStart ?? 0;
  });
  useEventListener(field, "input", typed);
  useEventListener(field, "compositionstart", () => {
    composing = { before: bound?.toString() ?? "", missed: [] };
  });
  useEventListener(field, "compositionend", endComposing);
  useEventListener(document, "selectionchange", () => {
    const element = field.value;
    if (element && document.activeElement === element && !composing) {
      onCaret(element.selectionStart, element.selectionEnd);
    }
  });

  watch(field, (element) => {
    if (element && bound) show(element, bound.toString(), 0, 0);
  });
  bind();
  onScopeDispose(() => bound?.unobserve(observe));

  return { value: shallowReadonly(value), commit: endComposing, bind };
}
