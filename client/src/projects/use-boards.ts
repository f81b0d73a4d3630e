import { useClientHandle, useSubscription } from "@urql/vue";
import { computed, shallowReactive, shallowRef, watch } from "vue";
import { readFragment, type FragmentOf, type ResultOf } from "../graphql/graphql.ts";
import { graphqlLanguage } from "../i18n/i18n.ts";
import {
  boardCardFragment,
  boardChangesSubscription,
  moreBoardsQuery,
  type projectQuery,
} from "./project.query.ts";

type Boards = NonNullable<ResultOf<typeof projectQuery>["project"]>["boards"];
export type BoardNode = FragmentOf<typeof boardCardFragment> & { id: string };

const pageSize = 24;

/**
 * A project's boards: the first page with the project, more on demand for as long as there are, each as it stands
 * now. A board that is new here is news for the project itself: `refresh` reads it anew.
 */
export const useBoards = ({
  projectId,
  firstPage,
  refresh,
}: {
  projectId: string;
  firstPage: () => Boards | undefined;
  refresh: () => void;
}) => {
  const { client } = useClientHandle();
  const further = shallowRef<readonly BoardNode[]>([]);
  const cursor = shallowRef<string | null>(null);
  const latest = shallowReactive(new Map<string, BoardNode>());

  watch(
    firstPage,
    (page) => {
      further.value = [];
      latest.clear();
      cursor.value = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    },
    { immediate: true },
  );

  const all = computed(() => [...(firstPage()?.nodes ?? []), ...further.value]);
  const boards = computed(() =>
    all.value
      .map((board): BoardNode => latest.get(board.id) ?? board)
      .filter((board) => readFragment(boardCardFragment, board).archivedAt === null),
  );

  useSubscription(
    {
      query: boardChangesSubscription,
      variables: computed(() => ({ projectId, language: graphqlLanguage.value })),
    },
    (_before, change) => {
      const board = change.boardChanges;
      if (all.value.some(({ id }) => id === board.id)) latest.set(board.id, board);
      else if (readFragment(boardCardFragment, board).archivedAt === null) refresh();
      return change;
    },
  );

  const more = async () => {
    const { data } = await client.query(moreBoardsQuery, {
      id: projectId,
      first: pageSize,
      after: cursor.value,
      language: graphqlLanguage.value,
    });
    const page = data?.project?.boards;
    if (!page) return;
    further.value = [...further.value, ...page.nodes];
    cursor.value = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  };

  return { boards, more, hasMore: computed(() => cursor.value !== null), pageSize };
};
