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

  const groupOf = (name: string) => (name === "OTHER" ? t("boards.smallGroup") : t(`people.group.${name}`));

  return {
    /** One word for a caret or a face: the name, else the group, else "Someone". */
    short: ({ name, group: shown }: ShownPerson): string =>
      // "Other" stands for groups too small to be named: of one person it says nothing.
      name ?? (shown && shown !== "other" ? group(shown) : t("boards.someone")),
    /** Name and group: "Kestrel · Civil society". */
    long: ({ name, group: shown }: ShownPerson): string =>
      [name, shown && groupOf(shown.toUpperCase())].filter(Boolean).join(" · ") || t("boards.someone"),
    /** An author, or an empty string where the board shows nothing of them. */
    author: (author: ItemAuthor | undefined): string =>
      author
        ? [author.displayName, author.stakeholderGroup && groupOf(author.stakeholderGroup)]
            .filter(Boolean)
            .join(" · ")
        : "",
  };
}
