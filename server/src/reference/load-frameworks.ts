import type { Provision as ProvisionRecord } from "@tavolo/schema/reference/framework";
import {
  frameworkById,
  frameworks,
  provisionById,
  relatedProvisions,
} from "@tavolo/schema/reference/library";
import { searchProvisions } from "@tavolo/schema/reference/search-provisions";
import { cursorInvalid, frameworkNotFound, provisionNotFound, textTooLong } from "../errors.ts";
import type { Page, PageArgs } from "../graphql/connection.ts";
import { readCursor, writeCursor } from "../graphql/cursor.ts";
import { pageSize, toPage } from "../graphql/load-page.ts";
import { Framework } from "./framework.graphql.ts";
import { Provision } from "./provision.graphql.ts";

/** A sentence; what is longer is a mistake. */
const LONGEST_SEARCH = 200;
const LIST = "provisions";

/** Which provisions a list holds; a side that is left out stays open. */
export interface ProvisionFilter {
  readonly framework?: string | null;
  readonly parent?: string | null;
  readonly search?: string | null;
}

export const listFrameworks = (): Framework[] => frameworks().map((framework) => new Framework(framework));

/** A framework by its id, or FRAMEWORK_NOT_FOUND. */
export const findFramework = (id: string): Framework => {
  const found = frameworkById(id);
  if (!found) throw frameworkNotFound(id);
  return new Framework(found);
};

/** A provision by its id, or PROVISION_NOT_FOUND. */
export const findProvision = (id: string): Provision => {
  const found = provisionById(id);
  if (!found) throw provisionNotFound(id);
  return toProvision(found);
};

/** The provisions that ids stand for, in the order of the ids; what the library does not hold is left out. */
export const provisionsOf = (ids: readonly string[]): Provision[] =>
  ids.flatMap((id) => {
    const found = provisionById(id);
    return found ? [toProvision(found)] : [];
  });

export const parentOf = ({ record }: Provision): Provision | null =>
  record.parentId === null ? null : findProvision(record.parentId);

export const relatedTo = ({ record }: Provision): Provision[] => relatedProvisions(record).map(toProvision);

/** A page of provisions: best first where something is looked for, else in the order of the standards. */
export const findProvisions = (
  { framework, parent, search }: ProvisionFilter,
  page: PageArgs,
): Page<Provision> => {
  const words = search?.trim() ?? "";
  if (words.length > LONGEST_SEARCH) throw textTooLong("search", LONGEST_SEARCH);
  const within = framework ? [findFramework(framework).record] : frameworks();
  if (parent) findProvision(parent);
  const found = searchProvisions(within, words).filter(({ parentId }) => !parent || parentId === parent);
  const first = pageSize(page);
  const start = page.after ? placeBehind(found, page.after) : 0;
  return toPage({
    entries: found
      .slice(start, start + first + 1)
      .map((record) => ({ node: toProvision(record), cursor: writeCursor(LIST, [record.id]) })),
    first,
    hasPreviousPage: start > 0,
    totalCount: async () => found.length,
  });
};

const toProvision = (record: ProvisionRecord): Provision =>
  new Provision(record, findFramework(record.frameworkId).record);

/** A cursor names its provision, which has to be in the list that is asked for. */
const placeBehind = (found: readonly ProvisionRecord[], cursor: string): number => {
  const [id] = readCursor(LIST, cursor, (key) => key.length === 1);
  const place = found.findIndex((provision) => provision.id === id);
  if (place === -1) throw cursorInvalid();
  return place + 1;
};
