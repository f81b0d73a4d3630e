import { useStorage } from "@vueuse/core";
import Papa from "papaparse";
import type { Ref } from "vue";
import { useI18n } from "vue-i18n";
import { uiLanguage } from "../../../i18n/i18n.ts";
import { useKindContext } from "../kind-context.ts";
import { type CellSurroundings } from "./parse-cell.ts";
import { type BadCell, planPaste, type PastedRow } from "./plan-paste.ts";
import type { CellPlace, Grid } from "./use-grid.ts";
import { useCellSurroundings } from "./use-cell-surroundings.ts";

/** A cell that could not be taken, under the name of its row as it was then. */
export interface KeptCell extends Omit<BadCell, "fault"> {
  readonly fault: BadCell["fault"] | "NOT_ALLOWED";
}

/** Copies cells to a spreadsheet and takes them from one; what could not be taken is kept until it is corrected. */
export function useGridClipboard(grid: Grid, selected: () => readonly CellPlace[]) {
  const { t } = useI18n();
  const { actions, definition, details, permissions, tell } = useKindContext();
  const kept: Ref<readonly KeptCell[]> = useStorage(`tavolo.grid.kept.${details.value.id}`, []);
  const surroundings = useCellSurroundings();

  function copy(event: ClipboardEvent): void {
    const cells = Map.groupBy(selected(), ({ row }) => row);
    if (cells.size === 0 || !event.clipboardData) return;
    const lines = [...cells.values()].map((places) =>
      places.map(({ row, column }) => {
        const item = grid.rowOf(row);
        return item ? grid.textOf(item, column) : "";
      }),
    );
    event.clipboardData.setData("text/plain", Papa.unparse(lines, { delimiter: "\t", newline: "\n" }));
    event.preventDefault();
  }

  async function paste(event: ClipboardEvent): Promise<void> {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const at = grid.current.value;
    if (text === "") return;
    event.preventDefault();
    take(text, at, await surroundings.ready());
  }

  function take(text: string, at: CellPlace | null, around: CellSurroundings): void {
    const from = at ? grid.columns.value.indexOf(at.column) : 0;
    const row = at ? grid.rows.value.indexOf(at.row) : grid.rows.value.length;
    const plan = planPaste({
      text,
      definition,
      collection: grid.declared,
      columns: grid.columns.value.slice(Math.max(0, from)),
      allColumns: grid.all,
      rows: grid.rows.value.slice(Math.max(0, row)),
      around,
    });
    const section = sectionAt(at);
    const bad: KeptCell[] = [];
    let added = 0;
    let changed = 0;
    actions.together("changed", () => {
      for (const pasted of plan) {
        const id = write(pasted, section);
        if (id === null) bad.push(...refused(pasted));
        else if (pasted.row === null) added += 1;
        else if (Object.keys(pasted.values).length > 0) changed += 1;
        bad.push(...pasted.bad.map((cell) => ({ ...cell, row: id ?? cell.row })));
      }
    });
    kept.value = [...kept.value, ...bad];
    tell(t("kinds.grid.pasted", { added, changed, bad: bad.length }), true);
  }

  /** The row that took the values; null where it may not be written. */
  function write({ row, values }: PastedRow, section: string | null): string | null {
    const noun = grid.declared.item;
    if (row === null) {
      if (!permissions.add(noun).allowed) return null;
      return actions.add(grid.collection, { ...(section !== null && { section }), ...values });
    }
    if (!permissions.on(noun, "edit", row).allowed) return null;
    const { section: to, ...others } = values;
    if (typeof to === "string") actions.move(grid.collection, row, { section: to });
    return Object.keys(others).length === 0 || actions.set(grid.collection, row, others) ? row : null;
  }

  const refused = ({ line, row, values }: PastedRow): KeptCell[] =>
    Object.entries(values).map(([column, value]) => ({
      line,
      row,
      column,
      text: typeof value === "string" ? value : JSON.stringify(value),
      fault: "NOT_ALLOWED",
    }));

  function sectionAt(at: CellPlace | null): string | null {
    if (!grid.declared.fields["section"]) return null;
    const section = at && grid.rowOf(at.row)?.section;
    return typeof section === "string" ? section : (definition.sections[0]?.key ?? null);
  }

  return { copy, paste, take, kept, surroundings, language: uiLanguage };
}
