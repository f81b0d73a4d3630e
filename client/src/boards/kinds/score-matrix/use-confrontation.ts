import {
  addressKey,
  type AnyItem,
  confront,
  type Confrontation,
  linksOf,
  linkText,
  type LinkCopy,
  scoreKey,
  type ScoreMatrixStructure,
  type StakeholderGroup,
  strongPairs,
  type TowsCell,
  type TowsFactor,
} from "@tavolo/schema";
import { computed, type ComputedRef, inject, type InjectionKey, provide, type Ref } from "vue";
import type { DeclaredField } from "../cells/declared-field.ts";
import { useFieldReader } from "../cells/use-field-reader.ts";
import { useKindContext } from "../kind-context.ts";
import { useScoringGroup } from "./use-scoring-group.ts";

/** The factors of a board against each other, as its groups score them. */
export interface Scoring {
  readonly confrontation: ComputedRef<Confrontation>;
  readonly rows: ComputedRef<readonly AnyItem[]>;
  readonly columns: ComputedRef<readonly AnyItem[]>;
  readonly scale: DeclaredField;
  readonly group: ComputedRef<StakeholderGroup | null>;
  readonly mayChoose: ComputedRef<boolean>;
  readonly chosen: Ref<StakeholderGroup | null>;
  /** The side of a factor and its place there: “S1”. */
  codeOf(id: string): string;
  titleOf(id: string): string;
  cellOf(internal: string, external: string): TowsCell | undefined;
  isStrong(cell: TowsCell | undefined): boolean;
  /** Scores a pair for the group; null takes its score back. */
  score(internal: string, external: string, value: number | null): void;
  /** The strategy that was made of a pair. */
  strategyOf(internal: string, external: string): AnyItem | undefined;
  /** Begins a strategy that is linked to both. */
  beginStrategy(cell: TowsCell): void;
}

const key: InjectionKey<Scoring> = Symbol("scoring");

export function useConfrontation(): Scoring {
  const scoring = inject(key);
  if (!scoring) throw new Error("useConfrontation is for components inside a score matrix");
  return scoring;
}

/** Reads the confrontation once for everything the view shows of it. */
export function provideConfrontation(structure: ScoreMatrixStructure): Scoring {
  const { actions, content, definition, details, view } = useKindContext();
  const reader = useFieldReader();
  const scoring = useScoringGroup();
  const { items, side, scores, outcomes } = structure;
  const links = Object.entries(definition.collections[outcomes]!.fields).find(
    ([, { kind }]) => kind === "links",
  )?.[0];

  const standing = (collection: string) =>
    content.orderOf(collection).flatMap((id) => content.itemsOf(collection).get(id) ?? []);
  const factors = computed(() => standing(items));
  const on = (sides: readonly string[]) =>
    computed(() => sides.flatMap((one) => factors.value.filter((factor) => factor[side] === one)));
  const [rows, columns] = [on(structure.rows), on(structure.columns)];
  const codes = computed(() => {
    const counts = new Map<string, number>();
    return new Map(
      [...rows.value, ...columns.value].map((factor) => {
        const where = String(factor[side]);
        counts.set(where, (counts.get(where) ?? 0) + 1);
        return [factor.id, `${where}${counts.get(where)}`];
      }),
    );
  });
  const confrontation = computed(() =>
    confront(
      factors.value.map((factor) => ({
        id: factor.id,
        removed: factor.removed,
        side: factor[side] as TowsFactor["side"],
        scores: factor[scores] as TowsFactor["scores"],
      })),
    ),
  );
  const cells = computed(
    () => new Map(confrontation.value.cells.map((cell) => [`${cell.internal}/${cell.external}`, cell])),
  );
  const strong = computed(() => new Set(strongPairs(confrontation.value)));
  const strategies = computed(() =>
    standing(outcomes).map((strategy) => ({
      strategy,
      linked: new Set(
        linksOf((links ? strategy[links] : {}) as Readonly<Record<string, LinkCopy>>).map(({ item }) => item),
      ),
    })),
  );
  const linkTo = (id: string) => [
    addressKey({ board: details.value.id, collection: items, item: id }),
    { kind: definition.kind, text: linkText(reader.value.titleOf(items, id)) },
  ];

  const given: Scoring = {
    ...scoring,
    confrontation,
    rows,
    columns,
    scale: definition.collections[items]!.fields[scores] as DeclaredField,
    codeOf: (id) => codes.value.get(id) ?? "",
    titleOf: (id) => reader.value.titleOf(items, id),
    cellOf: (internal, external) => cells.value.get(`${internal}/${external}`),
    isStrong: (cell) => cell !== undefined && strong.value.has(cell),
    score(internal, external, value) {
      const group = scoring.group.value;
      if (group) actions.set(items, internal, { [scores]: { [scoreKey(external, group)]: value } });
    },
    strategyOf: (internal, external) =>
      strategies.value.find(({ linked }) => linked.has(internal) && linked.has(external))?.strategy,
    beginStrategy({ internal, external, quadrant }) {
      view.begin(outcomes, {
        section: quadrant,
        ...(links && { [links]: Object.fromEntries([internal, external].map(linkTo)) }),
      });
    },
  };
  provide(key, given);
  return given;
}
