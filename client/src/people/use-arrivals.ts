import { useSubscription } from "@urql/vue";
import { computed, shallowReactive, watch } from "vue";
import type { ResultOf } from "../graphql/graphql.ts";
import { graphqlLanguage } from "../i18n/i18n.ts";
import { arrivalsSubscription } from "../invites/invites.query.ts";

export type Arrivals = ResultOf<typeof arrivalsSubscription>["arrivals"];
type Door = { projectId?: string; workshopId?: string };

// Those who watch the same door share one subscription, and who comes later hears only what comes later.
const lastHeard = shallowReactive(new Map<string, Arrivals>());

/** Who has come and who waits, live: at the doors of a project, or of one workshop. For moderators. */
export const useArrivals = (door: () => Door, pause = () => false) => {
  const variables = computed(() => ({ ...door(), language: graphqlLanguage.value }));
  const key = computed(() => JSON.stringify(variables.value));
  const { data } = useSubscription({ query: arrivalsSubscription, variables, pause: computed(pause) });
  watch(data, (heard) => {
    if (heard) lastHeard.set(key.value, heard.arrivals);
  });
  return computed(() => lastHeard.get(key.value) ?? null);
};
