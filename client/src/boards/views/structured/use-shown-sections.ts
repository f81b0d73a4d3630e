import type { SwotSection } from "@tavolo/schema";
import { computed, type ComputedRef, watch } from "vue";
import { useBoardContext } from "../../board-context.ts";
import { holdInPlace, placeOf, type SectionLayout } from "../../board-layout.ts";
import { usePersonWords } from "../../use-person-words.ts";
import { filterCount, noteMatcher } from "../../note-filter.ts";

interface ShownSections {
  /** The sections with what the filter lets through. */
  readonly sections: ComputedRef<readonly SectionLayout[]>;
  readonly isFiltered: ComputedRef<boolean>;
  readonly found: ComputedRef<number>;
  totalOf(section: SwotSection): number;
}

/** Applies search and filter; a note being written in stays in sight whatever it says meanwhile. */
export function useShownSections(): ShownSections {
  const { authors, content, view } = useBoardContext();
  const words = usePersonWords();
  const isFiltered = computed(
    () => view.filter.value.words.trim() !== "" || filterCount(view.filter.value) > 0,
  );

  watch(
    view.editingId,
    (id) => {
      const begunIn = view.draft.value?.id === id ? view.draft.value.section : null;
      view.held.value = id === null ? null : placeOf(sections.value, id, begunIn);
    },
    // The place is where the row stands now, before anything is shown anew.
    { flush: "sync" },
  );
  const placed = computed(() => {
    const held = view.held.value;
    return held && content.notes.has(held.id)
      ? holdInPlace(content.sections.value, held)
      : content.sections.value;
  });

  const sections = computed(() => {
    if (!isFiltered.value) return placed.value;
    const matches = noteMatcher(view.filter.value, {
      isMine: authors.isMine,
      authorOf: (id) => words.author(authors.of(id)),
    });
    const shown = (ids: readonly string[]) =>
      ids.filter((id) => {
        const note = content.notes.get(id);
        return note !== undefined && (view.editing.has(id) || matches(note));
      });
    return placed.value.map((layout) => ({
      ...layout,
      // An empty tray says nothing about what was looked for.
      groups: layout.groups
        .map((group) => ({ ...group, noteIds: shown(group.noteIds) }))
        .filter((group) => group.noteIds.length > 0),
      loose: shown(layout.loose),
      all: shown(layout.all),
    }));
  });

  return {
    sections,
    isFiltered,
    found: computed(() => sections.value.reduce((sum, layout) => sum + layout.all.length, 0)),
    totalOf: (section) =>
      content.sections.value.find((layout) => layout.section === section)?.all.length ?? 0,
  };
}
