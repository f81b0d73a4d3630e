import { DEFINING_FIELDS } from "@tavolo/schema";
import { useClientHandle } from "@urql/vue";
import { useDebounceFn } from "@vueuse/core";
import { onScopeDispose, shallowReadonly, shallowRef, type ShallowRef, watch } from "vue";
import { errorCode } from "../../../graphql/error-code.ts";
import type { ResultOf } from "../../../graphql/graphql.ts";
import { uiLanguage } from "../../../i18n/i18n.ts";
import { useKindContext } from "../kind-context.ts";
import type { ItemPlace } from "../kind-view-state.ts";
import type { agreementFragment, historyFragment, voiceFragment } from "./decisions.query.ts";
import { itemDecisionsQuery } from "./decisions.query.ts";

/** How far somebody agrees, as the server shows them. */
export type SpokenVoice = ResultOf<typeof voiceFragment>;
export type StandingAgreement = ResultOf<typeof agreementFragment>;
/** One entry of the log. */
export type LoggedDecision = ResultOf<typeof historyFragment>["nodes"][number];

/** What was said and decided about one item. */
export interface ItemStory {
  /** How both sides stand to an indicator; null for what is none. */
  readonly indicator: {
    readonly agreement: StandingAgreement;
    readonly versionInUse: number | null;
    readonly breaks: readonly number[];
  } | null;
  /** Oldest first. */
  readonly history: readonly LoggedDecision[];
}

export interface ItemDecisions {
  /** Null until it is read; the last known while it cannot be. */
  readonly story: Readonly<ShallowRef<ItemStory | null>>;
  readonly failed: Readonly<ShallowRef<boolean>>;
  readAgain(): Promise<void>;
}

/** What was just begun, which the server’s rows do not hold yet. */
const NEW: ItemStory = { indicator: null, history: [] };

/** An edit reaches the server’s rows shortly after the document. */
const AFTER_AN_EDIT_MS = 1_500;

/** Reads what was said and decided about an item while its card is open, and again whenever that changes. */
export function useItemDecisions({ collection, id }: ItemPlace): ItemDecisions {
  const { client } = useClientHandle();
  const { content, decisions, details, standing } = useKindContext();
  const story = shallowRef<ItemStory | null>(null);
  const failed = shallowRef(false);
  let round = 0;
  let ended = false;

  async function readFrom(after: string | null): Promise<ItemStory | null> {
    const variables = { boardId: details.value.id, collection, id, after };
    const { data, error } = await client.query(itemDecisionsQuery, variables, {
      requestPolicy: "network-only",
    });
    if (error && errorCode(error) === "ITEM_NOT_FOUND") return NEW;
    const item = data?.trace.nodes[0]?.item;
    if (!item || !("history" in item)) return null;
    const { nodes, pageInfo } = item.history;
    const more = pageInfo.hasNextPage ? await readFrom(pageInfo.endCursor) : null;
    return {
      indicator: "agreement" in item ? item : null,
      history: [...nodes, ...(more?.history ?? [])],
    };
  }

  async function readAgain(): Promise<void> {
    if (ended) return;
    round += 1;
    const current = round;
    const read = await readFrom(null);
    if (current !== round) return;
    failed.value = read === null;
    if (read) story.value = read;
    if (read === NEW) void readSoon();
  }

  const readSoon = useDebounceFn(readAgain, AFTER_AN_EDIT_MS);
  const words = () => {
    const item = content.itemsOf(collection).get(id);
    return JSON.stringify([...DEFINING_FIELDS, "dutyBearer"].map((field) => item?.[field] ?? null));
  };
  watch(words, () => void readSoon());
  watch([uiLanguage, () => standing.value.display], () => void readAgain(), { immediate: true });
  decisions.onChanged((_, changed) => {
    if (changed === id) void readAgain();
  });
  decisions.onRead(() => void readAgain());
  onScopeDispose(() => {
    ended = true;
    round += 1;
  });

  return { story: shallowReadonly(story), failed: shallowReadonly(failed), readAgain };
}
