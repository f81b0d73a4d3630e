import type { BoardDefinition } from "@tavolo/schema";
import { useClientHandle } from "@urql/vue";
import { onScopeDispose, shallowReadonly, shallowRef, type ShallowRef, watch } from "vue";
import type { Board } from "../../sync/use-board.ts";
import { boardDecisionsQuery } from "./decisions/decisions.query.ts";

type Values = Readonly<Record<string, unknown>>;

/** What the group has decided about the board’s items, as the server told it last: it stays readable offline. */
export interface Decisions {
  /** Whether the server has told it once; until then nobody knows what is decided. */
  readonly state: Readonly<ShallowRef<"loading" | "known" | "failed">>;
  /** The decided values of an item, empty where nothing was decided; null until they are known. */
  of(collection: string, id: string): Values | null;
  /** Something was decided about an item. */
  onChanged(hear: (collection: string, id: string) => void): void;
  /** Everything was read, at opening and on coming back. */
  onRead(hear: () => void): void;
  readAgain(): Promise<void>;
}

interface Told {
  readonly values: Values;
  readonly revision: number;
}

const NOTHING: Values = {};

/** Reads what is decided about a board once, follows what the server tells, and reads anew after a lost connection. */
export function useDecisions(definition: BoardDefinition, boardId: string, board: Board): Decisions {
  const { client } = useClientHandle();
  const known = new Map<string, Told>();
  const state = shallowRef<"loading" | "known" | "failed">("loading");
  const changed = new Set<(collection: string, id: string) => void>();
  const read = new Set<() => void>();
  const keyOf = (collection: string, id: string) => `${collection}/${id}`;
  const decides = Object.values(definition.collections).some(({ decided }) => decided);

  /** The highest revision counts, whichever way it came first. */
  function keep(collection: string, id: string, told: Told): void {
    const key = keyOf(collection, id);
    if ((known.get(key)?.revision ?? -1) <= told.revision) known.set(key, told);
  }

  async function readAgain(): Promise<void> {
    if (!decides) return;
    const { data } = await client.query(boardDecisionsQuery, { boardId }, { requestPolicy: "network-only" });
    if (!data?.board) {
      if (state.value === "loading") state.value = "failed";
      return;
    }
    for (const { collection, itemId, values, revision } of data.board.decisions) {
      keep(collection, itemId, { values: values as Values, revision });
    }
    state.value = "known";
    for (const hear of read) hear();
  }

  board.onDecided(({ collection, item, values, revision }) => {
    keep(collection, item, { values, revision });
    for (const hear of changed) hear(collection, item);
  });
  watch(
    () => board.status.value.kind === "offline",
    (isOffline) => {
      if (!isOffline) void readAgain();
    },
    { immediate: true },
  );
  return {
    state: shallowReadonly(state),
    of: (collection, id) =>
      known.get(keyOf(collection, id))?.values ?? (state.value === "known" ? NOTHING : null),
    onChanged: (hear) => follow(changed, hear),
    onRead: (hear) => follow(read, hear),
    readAgain,
  };
}

/** Ends with the scope that listens, which may be a card’s. */
function follow<Hear>(listeners: Set<Hear>, hear: Hear): void {
  listeners.add(hear);
  onScopeDispose(() => listeners.delete(hear));
}
