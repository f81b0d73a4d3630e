import { useClientHandle } from "@urql/vue";
import { uiLanguage } from "../../../i18n/i18n.ts";
import { useKindContext } from "../kind-context.ts";
import { gridOrganisationsQuery } from "./grid.query.ts";
import type { CellSurroundings } from "./parse-cell.ts";

/** What pasted cells are read with; fetched with the first paste, since most visits have none. */
export function useCellSurroundings(): { ready(): Promise<CellSurroundings> } {
  const { client } = useClientHandle();
  const { details } = useKindContext();
  let fetched: Promise<Omit<CellSurroundings, "language">> | null = null;

  async function fetchAll(): Promise<Omit<CellSurroundings, "language">> {
    const [{ frameworks: library }, { data }] = await Promise.all([
      import("@tavolo/schema/reference/library"),
      client.query(gridOrganisationsQuery, { projectId: details.value.project.id }),
    ]);
    const organisations = (data?.project?.organisations ?? []).flatMap(({ id, names }) =>
      names.map(({ text }) => ({ name: text, id })),
    );
    const provision: CellSurroundings["provision"] = (text, frameworks) => {
      const said = text.toLowerCase();
      for (const framework of library()) {
        if (frameworks.length > 0 && !frameworks.includes(framework.id)) continue;
        for (const { id, label, title } of framework.provisions) {
          const names = [id, ...Object.values(label ?? {}), ...Object.values(title)];
          if (names.some((name) => name?.toLowerCase() === said)) return id;
        }
      }
      return null;
    };
    return { currency: "EUR", organisations, provision };
  }

  return {
    async ready() {
      fetched ??= fetchAll();
      return { ...(await fetched), language: uiLanguage.value };
    },
  };
}
