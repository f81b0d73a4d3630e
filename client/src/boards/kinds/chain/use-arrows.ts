import {
  type AnyItem,
  type ChangeStep,
  closesCircle,
  type GraphStructure,
  type Logic,
  logicOf,
} from "@tavolo/schema";
import { computed, type ComputedRef, inject, type InjectionKey, provide } from "vue";
import { useKindContext } from "../kind-context.ts";

/** The arrows between the items of a graph, and how they hold. */
export interface Arrows {
  readonly logic: ComputedRef<Logic>;
  from(id: string): readonly AnyItem[];
  to(id: string): readonly AnyItem[];
  /** Items that an arrow from this one may still lead to. */
  targetsOf(id: string): readonly string[];
}

const key: InjectionKey<Arrows> = Symbol("arrows");

export function useArrows(): Arrows {
  const arrows = inject(key);
  if (!arrows) throw new Error("useArrows is for components inside a chain");
  return arrows;
}

/** Reads the arrows once for all cards of the view. */
export function provideArrows({ items, links, from, to, acyclic }: GraphStructure): Arrows {
  const { content } = useKindContext();
  const standing = (collection: string) =>
    content.orderOf(collection).flatMap((id) => content.itemsOf(collection).get(id) ?? []);
  const drawn = computed(() => standing(links));
  const byEnd = (end: string) =>
    computed(() => Map.groupBy(drawn.value, (link) => link[end] as string | null));
  const [outOf, into] = [byEnd(from), byEnd(to)];
  const arrows = computed(() =>
    drawn.value.map((link) => ({
      id: link.id,
      from: link[from] as string | null,
      to: link[to] as string | null,
      rank: link.rank,
      removed: link.removed,
    })),
  );
  const given: Arrows = {
    // The graph is the theory of change’s: its rules read both.
    logic: computed(() =>
      logicOf(
        standing(items).map(({ id, section, removed }) => ({
          id,
          section: section as ChangeStep["section"],
          removed,
        })),
        arrows.value,
      ),
    ),
    from: (id) => outOf.value.get(id) ?? [],
    to: (id) => into.value.get(id) ?? [],
    targetsOf(id) {
      const taken = new Set(given.from(id).map((link) => link[to]));
      return content
        .orderOf(items)
        .filter((other) => other !== id && !taken.has(other))
        .filter((other) => !acyclic || !closesCircle(arrows.value, id, other));
    },
  };
  provide(key, given);
  return given;
}
