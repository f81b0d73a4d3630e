import type { AnyItem } from "@tavolo/schema";
import { computed, type ComputedRef } from "vue";
import { uiLanguage } from "../../../i18n/i18n.ts";
import { fieldText } from "../cells/field-text.ts";
import { useFieldReader } from "../cells/use-field-reader.ts";
import { holdsWords } from "../holds-words.ts";
import { useKindContext } from "../kind-context.ts";
import { itemTitle } from "../kind-words.ts";

/** What stands on the board of a collection, in order; and whether the words that are looked for are in an item. */
export function useShownItems(collection: string): {
  readonly all: ComputedRef<readonly AnyItem[]>;
  readonly shown: ComputedRef<readonly AnyItem[]>;
} {
  const { content, definition, view } = useKindContext();
  const reader = useFieldReader();
  const declared = definition.collections[collection]!;
  const all = computed(() =>
    content.orderOf(collection).flatMap((id) => content.itemsOf(collection).get(id) ?? []),
  );
  const saying = (item: AnyItem) =>
    [
      itemTitle(declared, item, uiLanguage.value, view.inMyLanguage.value).text,
      ...Object.keys(declared.fields).map((name) => fieldText(reader.value, declared, item, name)),
    ].join(" ");
  const shown = computed(() => {
    const words = view.words.value.trim();
    return words === "" ? all.value : all.value.filter((item) => holdsWords(saying(item), words));
  });
  return { all, shown };
}
