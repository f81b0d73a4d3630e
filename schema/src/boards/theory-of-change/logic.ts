import { closingArrows } from "../../document/circles.ts";
import { compareCodeUnits } from "../../document/ranks.ts";
import { CHANGE_SECTION_KEYS, type ChangeStep, type LogicLink } from "./board.ts";

type Step = Pick<ChangeStep, "id" | "section" | "removed">;
type Arrow = Pick<LogicLink, "id" | "from" | "to" | "rank" | "removed">;

/** How the logic of a theory holds; every link that is not in the bin is in exactly one of the four lists. */
export interface Logic {
  /** Links that lead somewhere and close no circle, in order. */
  readonly links: readonly string[];
  /** Links that close a circle: drawn at once with others, to be turned round or taken away by a person. */
  readonly closing: readonly string[];
  /** Links that say the same as an earlier one. */
  readonly repeated: readonly string[];
  /** Links with an end that is open, or in the bin. */
  readonly open: readonly string[];
  /** Links among `links` that lead back against the columns, such as from an outcome to an input. */
  readonly backwards: readonly string[];
  /** Steps that nothing leads to, inputs apart: they have no reason yet. */
  readonly unsupported: readonly string[];
  /** Steps that lead to nothing, impacts apart: they have no use yet. */
  readonly leadingNowhere: readonly string[];
}

/** Reads the logic of a theory of change; total: whatever people drew at once, no link is dropped silently. */
export function logicOf(steps: readonly Step[], links: readonly Arrow[]): Logic {
  const columnOf = new Map(
    steps
      .filter(({ removed }) => !removed)
      .map(({ id, section }) => [id, CHANGE_SECTION_KEYS.indexOf(section)]),
  );
  // An order that is the same in every copy of the document: the one of the links' ranks and ids.
  const standing = links
    .filter(({ removed }) => !removed)
    .toSorted((a, b) => compareCodeUnits(a.rank, b.rank) || compareCodeUnits(a.id, b.id));
  const leads = ({ from, to }: Arrow) =>
    from !== null && to !== null && columnOf.has(from) && columnOf.has(to);
  const open = standing.filter((link) => !leads(link));
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const link of standing.filter(leads)) {
    const way = `${link.from} ${link.to}`;
    if (seen.has(way)) repeated.add(link.id);
    seen.add(way);
  }
  const once = standing.filter((link) => leads(link) && !repeated.has(link.id));
  const closing = new Set(closingArrows(once));
  const sound = once.filter(({ id }) => !closing.has(id));
  const column = (id: string | null) => (id === null ? -1 : (columnOf.get(id) ?? -1));
  const ends = (end: "from" | "to") => new Set(sound.map((link) => link[end]));
  const [starts, targets] = [ends("from"), ends("to")];
  const last = CHANGE_SECTION_KEYS.length - 1;
  return {
    links: ids(sound),
    closing: [...closing],
    repeated: [...repeated],
    open: ids(open),
    backwards: ids(sound.filter(({ from, to }) => column(from) > column(to))),
    unsupported: [...columnOf].flatMap(([id, at]) => (at === 0 || targets.has(id) ? [] : [id])),
    leadingNowhere: [...columnOf].flatMap(([id, at]) => (at === last || starts.has(id) ? [] : [id])),
  };
}

function ids(links: readonly Arrow[]): string[] {
  return links.map(({ id }) => id);
}
