import { watch } from "vue";
import { useRoute, useRouter } from "vue-router";
import { useKindContext } from "../kind-context.ts";

/**
 * A link may name an item behind its `#`: its card is opened once the item is on the board. The name leaves the
 * address, so that the same link works again.
 */
export function useLinkedCard(): void {
  const route = useRoute();
  const router = useRouter();
  const { content, view } = useKindContext();
  const linked = () => {
    const id = route.hash.slice(1);
    const found = id === "" ? null : content.find(id);
    return found && !found.item.removed ? { collection: found.collection, id } : null;
  };
  watch(
    linked,
    async (place) => {
      if (!place) return;
      view.card.value = place;
      await router.replace({ ...route, hash: "" });
    },
    { immediate: true, flush: "post" },
  );
}
