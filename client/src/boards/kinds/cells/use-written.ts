import { shallowRef, type ShallowRef, watch } from "vue";

interface WrittenOptions {
  /** The value that stands, as it is written. */
  readonly shown: () => string;
  readonly commit: (text: string) => void;
}

interface Written {
  readonly text: ShallowRef<string>;
  commit(): void;
  /** Gives up what was typed; a press that gave something up does nothing else. */
  giveUp(event: KeyboardEvent): void;
}

/**
 * What somebody types into a field that is taken at once and not by letter. What others set meanwhile is shown where
 * nothing is being typed; what was refused stays as it was typed.
 */
export function useWritten({ shown, commit }: WrittenOptions): Written {
  const text = shallowRef(shown());
  let standing = text.value;
  let given: string | null = null;
  watch(shown, (next) => {
    if (text.value === standing || text.value === given) text.value = next;
    standing = next;
    given = null;
  });
  return {
    text,
    commit() {
      given = text.value;
      commit(text.value.trim());
    },
    giveUp(event) {
      if (text.value === standing) return;
      event.stopPropagation();
      text.value = standing;
      commit(standing);
    },
  };
}
