import { computed, type ComputedRef } from "vue";
import { indexInText } from "../../sync/caret-position.ts";
import { useOpenBoardContext } from "../board-context.ts";
import { usePersonWords } from "../use-person-words.ts";
import { liveText } from "./live-text.ts";

/** Where somebody else’s caret stands in a text, in UTF-16 units. */
export interface RemoteCaret {
  readonly key: number;
  readonly index: number;
  readonly name: string;
  readonly colour: number;
}

interface CaretOptions {
  readonly collection: string;
  readonly id: () => string;
  readonly field: string;
  /** What the field shows; the carets are placed anew with each change of it. */
  readonly shown: () => string;
}

/** The carets of others in one text; nobody’s while a board hides who writes. */
export function useRemoteCarets({
  collection,
  id,
  field,
  shown,
}: CaretOptions): ComputedRef<readonly RemoteCaret[]> {
  const { board, presence } = useOpenBoardContext();
  const words = usePersonWords();
  return computed(() => {
    const others = presence.focusOn.get(id());
    if (!others) return [];
    const length = shown().length;
    const text = liveText(board.doc, collection, id(), field);
    if (!text) return [];
    return others
      .flatMap((other) => {
        if (other.field !== field) return [];
        const index = indexInText(text, other.head);
        if (index === null) return [];
        return [
          {
            key: other.clientId,
            index: Math.min(index, length),
            name: words.short(other.person),
            colour: other.person.colour,
          },
        ];
      })
      .sort((a, b) => a.index - b.index);
  });
}
