import { nextTick, type Ref } from "vue";
import { useI18n } from "vue-i18n";
import { useKindContext } from "../kind-context.ts";
import { isInline } from "./inline-kinds.ts";
import { type CellPlace, COLUMN_WIDTH, type Grid } from "./use-grid.ts";

/** As far as a page key goes. */
const PAGE_ROWS = 10;

/** The keyboard of a grid, after the ARIA pattern: arrows move, Enter edits, Escape leaves. */
export function useGridKeys(grid: Grid, root: Readonly<Ref<HTMLElement | null>>) {
  const { t } = useI18n();
  const { actions, permissions, tell, view } = useKindContext();
  const { collection, columns, current, anchor, editing, rows, declared } = grid;

  async function focus(place: CellPlace | null = current.value): Promise<void> {
    if (!place) return;
    await nextTick();
    const cell = root.value?.querySelector<HTMLElement>(
      `[data-row="${CSS.escape(place.row)}"][data-column="${CSS.escape(place.column)}"]`,
    );
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** Goes to a cell; `extend` makes or widens a range. */
  function go(place: CellPlace, extend = false): void {
    anchor.value = extend ? (anchor.value ?? current.value) : null;
    current.value = place;
    void focus(place);
  }

  function step(byRows: number, byColumns: number, extend = false): void {
    const at = current.value;
    if (!at) return;
    const row = rows.value[clamp(rows.value.indexOf(at.row) + byRows, rows.value.length)];
    const column = columns.value[clamp(columns.value.indexOf(at.column) + byColumns, columns.value.length)];
    if (row !== undefined && column !== undefined) go({ row, column }, extend);
  }

  function edit(place: CellPlace): void {
    const field = declared.fields[place.column];
    if (!field || !permissions.on(declared.item, "edit", place.row).allowed || !isInline(field.kind)) {
      view.card.value = { collection, id: place.row, field: place.column };
      return;
    }
    anchor.value = null;
    current.value = place;
    editing.value = place;
  }

  function leave(then: "stay" | "down" | "right" = "stay"): void {
    editing.value = null;
    if (then === "down") step(1, 0);
    else if (then === "right") step(0, 1);
    else void focus();
  }

  /** Empties the cells of the range, or the current one. */
  function clear(): void {
    const cells = selected().filter(({ column }) => declared.fields[column]);
    actions.together("changed", () => {
      for (const { row, column } of cells) {
        const field = declared.fields[column];
        if (field && field.kind !== "section" && field.kind !== "choice")
          actions.set(collection, row, { [column]: field.initial });
      }
    });
    tell(t("kinds.grid.cleared", { n: cells.length }, cells.length), true);
  }

  /** The cells of the range, row by row; the current one where there is none. */
  function selected(): CellPlace[] {
    if (!anchor.value) return current.value ? [current.value] : [];
    return rows.value.flatMap((row) => {
      const range = grid.rangeIn(row);
      return range ? columns.value.slice(range[0], range[1] + 1).map((column) => ({ row, column })) : [];
    });
  }

  /** Moves the current row among its neighbours; only in the board’s own order. */
  function reorder(by: 1 | -1): void {
    const at = current.value;
    const group = at && grid.groups.value.find(({ ids }) => ids.includes(at.row));
    if (!at || !group || grid.sort.value) return;
    const neighbour = group.ids[group.ids.indexOf(at.row) + by];
    if (neighbour === undefined) return;
    const to = by > 0 ? { after: neighbour } : { before: neighbour };
    if (actions.move(collection, at.row, to)) void focus(at);
  }

  const edges: Readonly<Record<string, readonly [number, number]>> = {
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
    PageDown: [PAGE_ROWS, 0],
    PageUp: [-PAGE_ROWS, 0],
    Home: [0, -Infinity],
    End: [0, Infinity],
  };

  function onKeydown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || editing.value) return;
    const target = event.target as HTMLElement;
    const heading = target.closest<HTMLElement>("[data-heading]");
    if (heading) return onHeading(event, heading.dataset.heading ?? "");
    if (!target.matches("[data-row]") || !current.value) return;
    const { key, shiftKey } = event;
    const isFar = event.ctrlKey || event.metaKey;
    const by = edges[key];
    if (by && event.altKey && by[0] !== 0) reorder(by[0] > 0 ? 1 : -1);
    else if (by) {
      const [down, right] = by;
      const far = isFar ? Infinity : 1;
      const isCorner = isFar && (key === "Home" || key === "End");
      step(isCorner ? right : down * (down === 0 ? 1 : far), right * (right === 0 ? 1 : far), shiftKey);
    } else if (isFar) return;
    else if (key === "Enter" || key === "F2") edit(current.value);
    else if (key === "Delete" || key === "Backspace") clear();
    else if (key === "Escape" && anchor.value) anchor.value = null;
    else if (key === " ")
      view.card.value = { collection, id: current.value.row, field: current.value.column };
    else return;
    event.preventDefault();
  }

  function onHeading(event: KeyboardEvent, column: string): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined || !event.altKey) return;
    event.preventDefault();
    grid.resize(column, grid.widthOf(column) + by * COLUMN_WIDTH.step);
  }

  return { onKeydown, focus, go, edit, leave, selected };
}

const clamp = (place: number, length: number): number => Math.max(0, Math.min(length - 1, place));
