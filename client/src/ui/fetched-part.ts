import {
  type AsyncComponentLoader,
  type Component,
  defineAsyncComponent,
  defineComponent,
  onMounted,
  readonly,
  shallowRef,
} from "vue";
import { useI18n } from "vue-i18n";
import { toastFailed } from "./toasts.ts";

/** Stands where a part did not arrive: says so and closes, so that the next press fetches it again. */
const NotFetched = defineComponent({
  inheritAttrs: false,
  emits: { "update:open": (open: boolean) => !open },
  setup(_props, { emit }) {
    const { t } = useI18n();
    onMounted(() => {
      toastFailed(t("ui.failedToLoad.part"));
      emit("update:open", false);
    });
    return () => null;
  },
});

/** A dialog, or another part with `open`, whose script is fetched when it is first opened. */
export const fetchedPart = <T extends Component>(loader: AsyncComponentLoader<T>) =>
  defineAsyncComponent<T>({ loader, errorComponent: NotFetched });

/** Fetches what a button opens; until it is here, and where it does not arrive, the button stays what it is. */
export const usePressedPart = (load: () => Promise<unknown>) => {
  const { t } = useI18n();
  const arrived = shallowRef(false);
  return {
    arrived: readonly(arrived),
    /** Fetches ahead, when somebody reaches for the button; only a press says that nothing came. */
    reach: (): void => void load().catch(() => null),
    press: (): void =>
      void load().then(
        () => (arrived.value = true),
        () => toastFailed(t("ui.failedToLoad.part")),
      ),
  };
};
