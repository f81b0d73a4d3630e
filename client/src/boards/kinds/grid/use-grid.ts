import { type AnyItem, inLanguage, type TableStructure } from "@tavolo/schema";
import { useStorage } from "@vueuse/core";
import {
  computed,
  type ComputedRef,
  inject,
  type InjectionKey,
  provide,
  shallowRef,
  type ShallowRef,
} from "vue";
import { useI18n } from "vue-i18n";
import { uiLanguage, uiLocale } from "../../../i18n/i18n.ts";
import type { DeclaredField } from "../cells/declared-field.ts";
import { fieldText } from "../cells/field-text.ts";
import { fieldValue, sortKey, storedField } from "../cells/field-value.ts";
import { useFieldReader } from "../cells/use-field-reader.ts";
import { useKindContext } from "../kind-context.ts";
import { columnLabel, columnsOf, kindSections } from "../kind-words.ts";
import { gridGroups, type GridGroup, type GridSort } from "./grid-rows.ts";

/** A cell by its row’s id and its column. */
export interface CellPlace {
  readonly row: string;
  readonly column: string;
}

/** How somebody has set up this grid on this device. */
interface GridLayout {
  readonly hidden: readonly string[] | null;
  readonly widths: Readonly<Record<string, number>>;
  readonly groupBy: string;
}

/** As many columns as a desk shows side by side; a person chooses others. */
const COLUMNS_AT_FIRST = 9;
/** Code points of a text that fits into a cell. */
const LINE = 160;
/** Widths in pixels: of a column that nobody has set, and between what a word and a screen need. */
export const COLUMN_WIDTH = { text: 220, other: 140, least: 72, most: 640, step: 24 } as const;
/** Kinds of fields by whose values rows may be grouped and filtered. */
const GROUPING = new Set(["option", "choice", "organisation", "rating", "mark", "section"]);
const NONE = "";

export type Grid = ReturnType<typeof createGrid>;
const key: InjectionKey<Grid> = Symbol("grid");

/** Sets up the grid of the open board for every component of it. */
export function provideGrid(): Grid {
  const grid = createGrid();
  provide(key, grid);
  return grid;
}

/** The grid around a component. */
export function useGrid(): Grid {
  const grid = inject(key);
  if (!grid) throw new Error("useGrid is for components inside a grid");
  return grid;
}

function createGrid() {
  const { t } = useI18n();
  const { content, definition, details, view } = useKindContext();
  const reader = useFieldReader();
  const structure = definition.structure as TableStructure;
  const collection = structure.items;
  const declared = definition.collections[collection]!;
  const words = columnsOf(declared);
  const all = structure.columns.filter((name) => !words[name]?.hidden && !isTranslation(name));

  const layout = useStorage<GridLayout>(`tavolo.grid.${details.value.id}`, {
    hidden: null,
    widths: {},
    groupBy: declared.fields["section"] ? "section" : NONE,
  });
  const sort: ShallowRef<GridSort | null> = shallowRef(null);
  const only: ShallowRef<Readonly<Record<string, readonly string[]>>> = shallowRef({});
  const collapsed: ShallowRef<ReadonlySet<string>> = shallowRef(new Set());
  const current: ShallowRef<CellPlace | null> = shallowRef(null);
  /** Where a range of cells began that ends at the current one. */
  const anchor: ShallowRef<CellPlace | null> = shallowRef(null);
  const editing: ShallowRef<CellPlace | null> = shallowRef(null);

  function isTranslation(name: string): boolean {
    return declared.fields[name]?.kind === "translations";
  }

  /** What identifies a row, what it still needs and what is decided; paragraphs are read in the card. */
  const stored: Readonly<Record<string, DeclaredField>> = declared.fields;
  const lengthOf = (name: string) => stored[name]?.maxLength ?? 0;
  const short = all.filter((name) => lengthOf(name) <= LINE);
  const isStanding = (name: string) => GROUPING.has(declared.decided?.[name]?.kind ?? "");
  const first = short.filter((name) => name === declared.title || name === short[0] || isStanding(name));
  const toFill = short.filter((name) => words[name]?.toFill || declared.decided?.[name]);
  const wanted = [...first, ...toFill.filter((name) => !first.includes(name))];
  const atFirst = [...wanted, ...short.filter((name) => !wanted.includes(name))].slice(0, COLUMNS_AT_FIRST);

  const label = (column: string): string => columnLabel(declared, column, uiLanguage.value);
  const hidden = computed(() => layout.value.hidden ?? all.filter((name) => !atFirst.includes(name)));
  const columns = computed(() =>
    all.filter(
      (name) => !hidden.value.includes(name) && !(name === "section" && layout.value.groupBy === "section"),
    ),
  );
  const widthOf = (column: string): number =>
    layout.value.widths[column] ??
    (declared.fields[column]?.shared === "text" ? COLUMN_WIDTH.text : COLUMN_WIDTH.other);

  const rowOf = (id: string): AnyItem | undefined => content.itemsOf(collection).get(id);
  const textOf = (item: AnyItem, column: string): string => fieldText(reader.value, declared, item, column);
  const sectionName = (sectionKey: unknown): string => {
    const section = definition.sections.find((one) => one.key === sectionKey);
    return section ? inLanguage(section.name, uiLanguage.value) : "";
  };
  const groupings = computed(() =>
    all.filter((name) => {
      const kind = (declared.fields[name] ?? declared.decided?.[name])?.kind;
      return kind !== undefined && GROUPING.has(kind);
    }),
  );
  const groupBy = computed(() => layout.value.groupBy);

  const groups: ComputedRef<readonly GridGroup[]> = computed(() => {
    const by = groupBy.value;
    const collator = new Intl.Collator(uiLocale.value, { numeric: true });
    const isPlain =
      view.words.value.trim() === "" && Object.values(only.value).every(({ length }) => length === 0);
    return gridGroups({
      items: content
        .orderOf(collection)
        .map((id) => rowOf(id))
        .filter((item) => item !== undefined),
      sort: sort.value,
      textOf,
      keyOf: (item, column) =>
        sortKey(storedField(declared, column), fieldValue(declared, item, column, reader.value.today)),
      columns: all,
      words: view.words.value,
      only: only.value,
      groupOf: (item) =>
        by === NONE
          ? null
          : by === "section"
            ? { key: String(item.section), label: sectionName(item.section) }
            : { key: textOf(item, by), label: textOf(item, by) || t("kinds.grid.noValue") },
      headings:
        by === "section" && isPlain
          ? kindSections(definition, uiLanguage.value).map(({ key: sectionKey, name }) => ({
              key: sectionKey,
              label: name,
            }))
          : [],
      compare: (a, b) => collator.compare(a, b),
    });
  });
  /** Ids of the rows one can get to, in the order shown. */
  const rows = computed(() =>
    groups.value.flatMap(({ key: group, ids }) => (collapsed.value.has(group ?? NONE) ? [] : ids)),
  );
  const set = (change: Partial<GridLayout>) => {
    layout.value = { ...layout.value, ...change };
  };

  return {
    collection,
    declared,
    structure,
    all,
    columns,
    groups,
    rows,
    sort,
    only,
    collapsed,
    current,
    anchor,
    editing,
    groupings,
    groupBy,
    hidden,
    label,
    widthOf,
    rowOf,
    textOf,
    hide: (names: readonly string[]) => set({ hidden: names }),
    group: (by: string) => set({ groupBy: by }),
    resize: (column: string, width: number) =>
      set({
        widths: {
          ...layout.value.widths,
          [column]: Math.round(Math.min(COLUMN_WIDTH.most, Math.max(COLUMN_WIDTH.least, width))),
        },
      }),
    toggle(group: string | null) {
      const next = new Set(collapsed.value);
      if (!next.delete(group ?? NONE)) next.add(group ?? NONE);
      collapsed.value = next;
    },
    /** The next way to put a column in order: rising, falling, the board’s own. */
    sortBy(column: string) {
      const now = sort.value;
      if (now?.column !== column) sort.value = { column, descending: false };
      else sort.value = now.descending ? null : { column, descending: true };
    },
    /** The columns of the range in a row, as first and last place among those shown; null outside of it. */
    rangeIn(row: string): readonly [number, number] | null {
      const [to, from] = [current.value, anchor.value];
      if (!to || !from) return null;
      const place = rows.value.indexOf(row);
      const ends = [rows.value.indexOf(from.row), rows.value.indexOf(to.row)].toSorted((a, b) => a - b);
      if (place < (ends[0] ?? 0) || place > (ends[1] ?? 0)) return null;
      const sides = [columns.value.indexOf(from.column), columns.value.indexOf(to.column)];
      return [Math.min(...sides), Math.max(...sides)];
    },
  };
}
