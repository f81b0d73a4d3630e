import type { AnyItem } from "@tavolo/schema";
import type { TypedDocumentNode } from "@urql/core";
import { useClientHandle } from "@urql/vue";
import { computed, type ComputedRef, shallowReadonly, shallowRef, type ShallowRef } from "vue";
import { useI18n } from "vue-i18n";
import { errorCode } from "../../../graphql/error-code.ts";
import { useErrorSentence } from "../../../graphql/use-error-sentence.ts";
import { toastFailed } from "../../../ui/toasts.ts";
import { useKindContext } from "../kind-context.ts";

/** What somebody decides with: the server judges it, and tells all that keeps it from being decided. */
export interface Deciding {
  /** Whether this person’s role has a part in it at all. */
  readonly mayEver: ComputedRef<boolean>;
  /** Why nothing can be decided now, as a sentence; empty where it can. */
  readonly why: ComputedRef<string>;
  readonly sending: Readonly<ShallowRef<boolean>>;
  /** The reasons of the last refusal. */
  readonly refused: ShallowRef<readonly string[]>;
  /** Sends a decision and says whether it was taken; what is no reason of the decision itself is told as a toast. */
  send<Result, Variables extends { readonly input: object }>(
    mutation: TypedDocumentNode<Result, Variables>,
    variables: Variables,
  ): Promise<boolean>;
}

/** See `Deciding`; `item` is what is decided about. */
export function useDeciding(what: "voice" | "step" | "decide", item: () => AnyItem): Deciding {
  const { t } = useI18n();
  const { client } = useClientHandle();
  const sentence = useErrorSentence();
  const { board, decisions, permissions } = useKindContext();
  const sending = shallowRef(false);
  const refused = shallowRef<readonly string[]>([]);
  const decision = computed(() => permissions.decide(what));

  async function send<Result, Variables extends { readonly input: object }>(
    mutation: TypedDocumentNode<Result, Variables>,
    variables: Variables,
  ): Promise<boolean> {
    if (sending.value) return false;
    sending.value = true;
    refused.value = [];
    const { error } = await client.mutation(mutation, variables);
    sending.value = false;
    if (!error) return true;
    const reasons = error.graphQLErrors[0]?.extensions["reasons"];
    if (errorCode(error) === "DECISION_REFUSED" && Array.isArray(reasons))
      refused.value = reasons.map(String);
    else toastFailed(sentence(error));
    if (errorCode(error) === "DECISION_OUTDATED") void decisions.readAgain();
    return false;
  }

  return {
    mayEver: computed(() => decision.value.allowed || decision.value.code !== "FORBIDDEN"),
    why: computed(() => {
      if (item().removed) return t("kinds.cells.why.inBin");
      if (!decision.value.allowed) return t(`kinds.cells.why.${decision.value.code}`);
      const { kind } = board.status.value;
      return kind === "offline" || kind === "connecting" ? t("kinds.decisions.offline") : "";
    }),
    sending: shallowReadonly(sending),
    refused,
    send,
  };
}
