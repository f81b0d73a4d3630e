import { createSharedComposable, useMediaQuery } from "@vueuse/core";

/** Whether the window is as narrow as a phone: where trays become one column and menus sheets. One listener for all. */
export const useIsPhone = createSharedComposable(() => useMediaQuery("(max-width: 760px)"));
