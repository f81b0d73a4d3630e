import { cursorInvalid } from "../errors.ts";
import type { Page, PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readCursor, writeCursor } from "../graphql/cursor.ts";
import { pageSize, toPage } from "../graphql/load-page.ts";
import { isOneOf, sql } from "../graphql/sql.ts";
import { isInScope, itemScope } from "../items/item-scope.ts";
import { insistSomeone } from "../participants/insist.ts";
import { findFramework, provisionsOf } from "../reference/load-frameworks.ts";
import type { ProvisionCoverage } from "./coverage.graphql.ts";

const LIST = "coverage";

export interface CoverageAsked {
  readonly projectId: string;
  readonly framework: string;
  readonly kinds: readonly string[];
  readonly onlyMissing: boolean;
}

/**
 * The provisions of a framework that can be answered, each with how many items of a project cite it: what stands on
 * boards in use that the viewer sees. One statement counts them all; a framework is short enough to be kept in memory.
 */
export const loadCoverage = async (
  context: GraphQLContext,
  { projectId, framework, kinds, onlyMissing }: CoverageAsked,
  page: PageArgs,
): Promise<Page<ProvisionCoverage>> => {
  insistSomeone(context.viewer);
  const first = pageSize(page);
  const scope = await itemScope(context, projectId);
  const { provisions } = findFramework(framework).record;
  const ids = provisions.filter(({ level }) => level.citable).map(({ id }) => id);
  const { text, values } = sql`
    select cited.id, cast(count(*) as int) as total
      from board_item item
      join board on board.id = item.board
      cross join lateral unnest(item.provisions) as cited(id)
     where item.project = ${projectId} and not item.removed and item.provisions <> '{}' and board.archived_at is null
       and ${isOneOf("board.kind", kinds)} and (${isInScope(scope)}) and ${isOneOf("cited.id", ids)}
     group by cited.id`;
  const counted = await context.em.execute<{ id: string; total: number }[]>(text, [...values]);
  const totals = new Map(counted.map(({ id, total }) => [id, total]));

  const listed = onlyMissing ? ids.filter((id) => !totals.has(id)) : ids;
  const start = page.after ? placeBehind(listed, ids, page.after) : 0;
  const shown = listed.slice(start, start + first + 1);
  return toPage({
    entries: provisionsOf(shown).map((provision) => ({
      node: { provision, itemCount: totals.get(provision.id) ?? 0 },
      cursor: writeCursor(LIST, [provision.id]),
    })),
    first,
    hasPreviousPage: start > 0,
    totalCount: async () => listed.length,
  });
};

/** Also where the provision of the cursor has been answered meanwhile and is missing no more. */
const placeBehind = (listed: readonly string[], all: readonly string[], cursor: string): number => {
  const [id] = readCursor(LIST, cursor, (key) => key.length === 1);
  const place = all.indexOf(String(id));
  if (place === -1) throw cursorInvalid();
  const behind = listed.findIndex((other) => all.indexOf(other) > place);
  return behind === -1 ? listed.length : behind;
};
