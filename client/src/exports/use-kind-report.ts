import { useMutation } from "@urql/vue";
import { readonly, shallowRef, watchEffect } from "vue";
import type { GraphqlLanguage } from "../i18n/i18n.ts";
import { exportBoardMutation } from "./take-away.query.ts";

/** What of a board’s data a preview shows; the file has more. */
export interface KindReport {
  readonly board: Readonly<Record<string, unknown>>;
  readonly collections: readonly ReportedCollection[];
  readonly figures: readonly { readonly id: string; readonly title: string }[];
  readonly provisions: readonly unknown[];
  readonly withheld: number;
}

export interface ReportedCollection {
  readonly collection: string;
  readonly page: string;
  readonly one: string;
  readonly many: string;
  readonly title: string | null;
  readonly columns: readonly ReportedColumn[];
}

export interface ReportedColumn {
  readonly field: string;
  readonly column: string;
  readonly label: string;
  readonly kind: string;
  readonly valueNames: Readonly<Record<string, string>>;
}

export type ReportedItem = Readonly<Record<string, unknown>> & { readonly id: string };

export const itemsIn = ({ board }: KindReport, { page }: ReportedCollection): readonly ReportedItem[] =>
  (board[page] as { nodes: readonly ReportedItem[] }).nodes;

/** The data of a board as its file holds it: a preview shows no more than a reader will get. */
export function useKindReport(wanted: () => { boardId: string; language: GraphqlLanguage } | null) {
  const { executeMutation } = useMutation(exportBoardMutation);
  const report = shallowRef<KindReport | null>(null);
  const failed = shallowRef(false);
  let asked = 0;

  const read = async (input: NonNullable<ReturnType<typeof wanted>>): Promise<void> => {
    const mine = (asked += 1);
    failed.value = false;
    const { data } = await executeMutation({ input: { ...input, format: "JSON" } });
    // Another language was chosen meanwhile.
    if (mine !== asked) return;
    failed.value = !data;
    if (data) report.value = JSON.parse(data.exportBoard.content);
  };
  watchEffect(() => {
    const input = wanted();
    if (input) void read(input);
  });

  return { report: readonly(report), failed: readonly(failed) };
}
