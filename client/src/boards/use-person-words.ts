import type { ShownGroup } from "@tavolo/schema";
import { useI18n } from "vue-i18n";
import type { ItemAuthor } from "./use-authors.ts";

interface ShownPerson {
  readonly name: string | null;
  readonly group: ShownGroup | null;
}

/** How people are called on a board: by name, by group, or not at all, as far as the server told. */
export function usePersonWords() {
  const { t } = useI18n();
  const group = (name: ShownGroup) => t(`people.group.${name.toUpperCase()}`);

  return {
    /** One word for a caret or a face: the name, else the group, else "Someone". */
    short: ({ name, group: shown }: ShownPerson): string => name ?? (shown ? group(shown) : t("boards.someone")),
    /** Name and group: "Kestrel · Civil society". */
    long: ({ name, group: shown }: ShownPerson): string =>
      [name, shown && group(shown)].filter(Boolean).join(" · ") || t("boards.someone"),
    /** An author, or an empty string where the board shows nothing of them. */
    author: (author: ItemAuthor | undefined): string =>
      author
        ? [author.displayName, author.stakeholderGroup && t(`people.group.${author.stakeholderGroup}`)]
            .filter(Boolean)
            .join(" · ")
        : "",
  };
}
