import type * as Library from "@tavolo/schema/reference/library";
import { shallowRef } from "vue";

const library = shallowRef<typeof Library | null>(null);
let fetched = false;

/** The library of standards, which is large: null until the first field that needs it has fetched it. */
export function useProvisionLibrary() {
  if (!fetched) {
    fetched = true;
    import("@tavolo/schema/reference/library").then(
      (module) => (library.value = module),
      // Without it, ids are shown, which people can look up; the next field tries again.
      () => (fetched = false),
    );
  }
  return library;
}
