import { useEventListener } from "@vueuse/core";
import { onScopeDispose, type Ref, shallowReadonly, shallowRef, type ShallowRef } from "vue";
import { type DropPlace, dropPlaceAt } from "./drop-place.ts";

/** What is in the hand: which note, and where its copy is drawn. */
export interface DraggedNote {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly text: string;
}

interface DragOptions {
  readonly root: Readonly<Ref<HTMLElement | null>>;
  readonly mayDrag: (id: string) => boolean;
  readonly onDrop: (id: string, place: DropPlace) => void;
}

interface NoteDrag {
  readonly dragged: Readonly<ShallowRef<DraggedNote | null>>;
  readonly place: Readonly<ShallowRef<DropPlace | null>>;
}

/** A hand that trembles is still clicking. */
const THRESHOLD = 6;
const EDGE = 72;
const SCROLL_STEP = 14;

/**
 * Drag by pointer: with a mouse anywhere on a row, with a finger or a pen by its handle, so that rows can be
 * scrolled over. Whatever dragging does, menus and keys do too.
 */
export function useNoteDrag({ root, mayDrag, onDrop }: DragOptions): NoteDrag {
  const dragged = shallowRef<DraggedNote | null>(null);
  const place = shallowRef<DropPlace | null>(null);
  let held: {
    row: HTMLElement;
    id: string;
    pointer: number;
    x: number;
    y: number;
    dx: number;
    dy: number;
  } | null = null;
  let at = { x: 0, y: 0 };
  let frame = 0;
  let justDropped = false;

  function onDown(event: PointerEvent): void {
    justDropped = false;
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const row = event.target.closest<HTMLElement>("[data-note]");
    const id = row?.dataset.note;
    if (!row || id === undefined || event.target.closest("button, a, textarea, input, [role=menu]")) return;
    if (event.pointerType !== "mouse" && !event.target.closest("[data-grip]")) return;
    if (!mayDrag(id)) return;
    const box = row.getBoundingClientRect();
    held = {
      row,
      id,
      pointer: event.pointerId,
      x: event.clientX,
      y: event.clientY,
      dx: event.clientX - box.left,
      dy: event.clientY - box.top,
    };
  }

  function onMove(event: PointerEvent): void {
    if (!held || event.pointerId !== held.pointer) return;
    at = { x: event.clientX, y: event.clientY };
    if (!dragged.value && Math.hypot(at.x - held.x, at.y - held.y) < THRESHOLD) return;
    event.preventDefault();
    if (!dragged.value) {
      getSelection()?.removeAllRanges();
      document.documentElement.classList.add("is-dragging");
      held.row.toggleAttribute("data-dragged", true);
    }
    draw();
    frame ||= requestAnimationFrame(follow);
  }

  function draw(): void {
    if (!held) return;
    dragged.value = {
      id: held.id,
      left: at.x - held.dx,
      top: at.y - held.dy,
      width: held.row.offsetWidth || (dragged.value?.width ?? 320),
      text: held.row.querySelector("p")?.textContent ?? dragged.value?.text ?? "",
    };
  }

  /** Once a frame: scrolls near the edges and finds the place under the pointer. */
  function follow(): void {
    frame = 0;
    if (!held || !dragged.value) return;
    const by = at.y < EDGE ? -SCROLL_STEP : at.y > innerHeight - EDGE ? SCROLL_STEP : 0;
    if (by !== 0) {
      scrollBy({ top: by, behavior: "instant" });
      frame = requestAnimationFrame(follow);
    }
    place.value = dropPlaceAt(at.x, at.y, held.id);
  }

  function end(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    held?.row.removeAttribute("data-dragged");
    held = null;
    dragged.value = null;
    place.value = null;
    document.documentElement.classList.remove("is-dragging");
  }

  function onUp(event: PointerEvent): void {
    if (!held || event.pointerId !== held.pointer) return;
    const target = dragged.value && dropPlaceAt(event.clientX, event.clientY, held.id);
    const { id } = held;
    justDropped = dragged.value !== null;
    end();
    if (target) onDrop(id, target);
  }

  useEventListener(root, "pointerdown", onDown);
  useEventListener(window, "pointermove", onMove);
  useEventListener(window, "pointerup", onUp);
  useEventListener(window, "pointercancel", end);
  useEventListener(window, "blur", end);
  useEventListener(
    window,
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !dragged.value) return;
      event.stopPropagation();
      end();
    },
    { capture: true },
  );
  // The click that ends a drag is not a click on the note.
  useEventListener(
    root,
    "click",
    (event) => {
      if (!justDropped) return;
      justDropped = false;
      event.stopPropagation();
      event.preventDefault();
    },
    { capture: true },
  );
  onScopeDispose(end);

  return { dragged: shallowReadonly(dragged), place: shallowReadonly(place) };
}
