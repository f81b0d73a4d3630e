import {
  type BudgetLine,
  focusGroup,
  type FocusGroupNote,
  genderBalanceSheet,
  leaving,
  showCounts,
  shownBeneficiaries,
} from "@tavolo/schema";
import type { ItemContent } from "../../sync/projection/board-item.entity.ts";

/** An item as a file may hold it. */
export interface LeavingItem {
  readonly content: ItemContent;
  /** Fields whose small counts are not told. */
  readonly suppressed?: readonly string[];
  /** Whether it is told without who wrote it, whatever the board shows. */
  readonly nameless?: boolean;
}

/** What of a kind’s items may be in a file, in the method’s own rules; null for an item that stays on the board. */
const rules: Readonly<Record<string, (content: ItemContent) => LeavingItem | null>> = {
  // A file can reach the project’s partners and those who fund it: what is for fewer people stays.
  [focusGroup.kind]: (content) => {
    const [left] = leaving([content as unknown as FocusGroupNote], "PROJECT");
    if (!left) return null;
    const { speaker: _speaker, consent: _consent, position: _position, ...rest } = content;
    return { content: { ...rest, id: content.id, quote: left.quote ?? "" }, nameless: true };
  },
  [genderBalanceSheet.kind]: (content) => {
    const line = content as unknown as BudgetLine;
    const ages = Object.entries(line.age);
    const shownAges = showCounts(ages.map(([, count]) => count));
    const shown = {
      ...shownBeneficiaries(line),
      age: Object.fromEntries(ages.filter((_, index) => shownAges[index] !== null)),
    };
    const counts = (["women", "men", "other"] as const).filter((group) => line[group] !== shown[group]);
    return {
      content: { ...content, ...shown },
      suppressed: [...counts, ...(shownAges.includes(null) ? ["age"] : [])],
    };
  },
};

/** Fields that no file has, by kind. */
export const NEVER_LEAVING: Readonly<Record<string, readonly string[]>> = {
  [focusGroup.kind]: ["speaker", "consent", "position"],
};

export const leave = (kind: string, content: ItemContent): LeavingItem | null => {
  const rule = rules[kind];
  return rule ? rule(content) : { content };
};
