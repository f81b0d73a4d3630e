import { STAKEHOLDER_GROUPS, type StakeholderGroup } from "@tavolo/schema";
import { useQuery } from "@urql/vue";
import { computed, type ComputedRef, type Ref, shallowRef } from "vue";
import { useKindContext } from "../kind-context.ts";
import { ownGroupQuery } from "./own-group.query.ts";

/** For which group this person scores: their own; who moderates or sits for no group says for which. */
export function useScoringGroup(): {
  readonly group: ComputedRef<StakeholderGroup | null>;
  readonly mayChoose: ComputedRef<boolean>;
  readonly chosen: Ref<StakeholderGroup | null>;
} {
  const { details, standing } = useKindContext();
  const { data, fetching } = useQuery({ query: ownGroupQuery });
  const chosen = shallowRef<StakeholderGroup | null>(null);
  const own = computed(() => {
    const seat = data.value?.ownData?.seats.find(({ id }) => id === details.value.viewer.participantId);
    return STAKEHOLDER_GROUPS.find((group) => group === seat?.stakeholderGroup?.toLowerCase()) ?? null;
  });
  const mayChoose = computed(
    () => !fetching.value && (own.value === null || standing.value.role === "moderator"),
  );
  return {
    group: computed(() => (mayChoose.value ? (chosen.value ?? own.value) : own.value)),
    mayChoose,
    chosen,
  };
}
