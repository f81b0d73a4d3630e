import { foldText, type OrganisationInput } from "@tavolo/schema";
import { useQuery } from "@urql/vue";
import { computed, type ComputedRef } from "vue";
import { graphqlLanguage } from "../../../i18n/i18n.ts";
import { useKindContext } from "../kind-context.ts";
import { projectOrganisationsQuery } from "./link.query.ts";

interface ProjectOrganisations {
  /** What the project’s bodies are called, to be suggested. */
  readonly names: ComputedRef<readonly string[]>;
  /** What somebody wrote, with the id of the body whose name it is in any language. */
  named(written: string): OrganisationInput;
}

/** The bodies that take part in the board’s project. */
export function useProjectOrganisations(): ProjectOrganisations {
  const { details } = useKindContext();
  const { data } = useQuery({
    query: projectOrganisationsQuery,
    variables: computed(() => ({ boardId: details.value.id, language: graphqlLanguage.value })),
  });
  const known = computed(() => data.value?.board?.project.organisations ?? []);
  return {
    names: computed(() => known.value.map(({ name }) => name)),
    named(written) {
      const wanted = foldText(written.trim());
      const one = known.value.find(({ names }) => names.some(({ text }) => foldText(text) === wanted));
      return one ? { name: one.name, id: one.id } : { name: written };
    },
  };
}
