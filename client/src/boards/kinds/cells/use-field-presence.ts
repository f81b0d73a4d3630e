import { computed, type ComputedRef, onScopeDispose } from "vue";
import { usePersonWords } from "../../use-person-words.ts";
import { useKindContext } from "../kind-context.ts";

/** Somebody else in a field. */
interface FieldGuest {
  readonly key: number;
  readonly name: string;
  readonly colour: number;
}

interface FieldPresence {
  readonly others: ComputedRef<readonly FieldGuest[]>;
  /** Tells the others that this person is in the field. */
  enter(): void;
  leave(): void;
}

/** Who else is in a field of an item; and tells them where this person is. */
export function useFieldPresence(place: () => { id: string; field: string }): FieldPresence {
  const { presence } = useKindContext();
  const words = usePersonWords();
  let isHere = false;

  const leave = () => {
    if (isHere) presence.moveTo(null);
    isHere = false;
  };
  onScopeDispose(leave);

  return {
    others: computed(() =>
      (presence.focusOn.get(place().id) ?? [])
        .filter(({ field }) => field === place().field)
        .map(({ clientId, person }) => ({
          key: clientId,
          name: words.short(person),
          colour: person.colour,
        })),
    ),
    enter() {
      const { id, field } = place();
      isHere = true;
      presence.moveTo({ itemId: id, field, anchor: null, head: null }, true);
    },
    leave,
  };
}
