import { useSubscription } from "@urql/vue";
import { computed } from "vue";
import { graphqlLanguage } from "../i18n/i18n.ts";
import { arrivalsSubscription } from "../invites/invites.query.ts";

/** Who has come and who waits, live: at the doors of a project, or of one workshop. For moderators. */
export const useArrivals = (door: () => { projectId?: string; workshopId?: string }, pause = () => false) => {
  const { data } = useSubscription({
    query: arrivalsSubscription,
    variables: computed(() => ({ ...door(), language: graphqlLanguage.value })),
    pause: computed(pause),
  });
  return computed(() => data.value?.arrivals ?? null);
};

export type Arrivals = NonNullable<ReturnType<typeof useArrivals>["value"]>;
