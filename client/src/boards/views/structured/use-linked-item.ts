import { watch } from "vue";
import { useRoute, useRouter } from "vue-router";
import type { BoardScreen } from "../../use-board-screen.ts";
import { noFilter } from "../../note-filter.ts";
import type { Roving } from "./roving.ts";

/**
 * A link may name a note or a group behind its `#`, as what the search found does: the keyboard goes there once the
 * item is on the board. The name leaves the address, so that the same link works again.
 */
export function useLinkedItem(roving: Roving, { content, view }: BoardScreen): void {
  const route = useRoute();
  const router = useRouter();
  const linked = () => {
    const id = route.hash.slice(1);
    return content.notes.has(id) || content.clusters.has(id) ? id : null;
  };
  watch(
    linked,
    async (id) => {
      if (id === null) return;
      view.filter.value = noFilter;
      await router.replace({ ...route, hash: "" });
      roving.focus(id);
    },
    { immediate: true, flush: "post" },
  );
}
