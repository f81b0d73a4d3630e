import { InvalidEdit, LARGEST_NUMBER } from "@tavolo/schema";
import { computed, type ComputedRef, shallowRef } from "vue";
import { useI18n } from "vue-i18n";
import type { DeclaredField } from "./declared-field.ts";
import { numberText, type Reader } from "./field-text.ts";

interface FieldProblem {
  /** What is wrong with what was given last, and what would be right; empty where nothing is. */
  readonly sentence: ComputedRef<string>;
  /** The value as it may be written; undefined where it may not, which is then said. */
  check(value: unknown): unknown;
}

/** Kinds whose bad values have a sentence of their own. */
const OF_ITS_KIND = new Set(["money", "date", "period", "url", "urls"]);

/** Checks what somebody gave as the strict editor will, and says in their words what does not hold. */
export function useFieldProblem(field: () => DeclaredField, reader: () => Reader): FieldProblem {
  const { t } = useI18n();
  const problem = shallowRef<InvalidEdit | null>(null);

  const sentence = computed(() => {
    if (!problem.value) return "";
    const { code, limit = 0 } = problem.value;
    if (code !== "INVALID_VALUE") return t(`kinds.cells.wrong.${code}`, { limit });
    const { kind } = field();
    if (kind === "number" || kind === "breakdown") return numberSentence();
    return OF_ITS_KIND.has(kind) ? t(`kinds.cells.wrong.${kind}`) : t("kinds.cells.wrong.INVALID_VALUE");
  });

  function numberSentence(): string {
    const {
      decimals = 0,
      kind,
      max = LARGEST_NUMBER,
      min = kind === "breakdown" ? 0 : -LARGEST_NUMBER,
    } = field();
    const words = (value: number) => numberText(reader(), value);
    const what =
      decimals === 0 ? t("kinds.cells.wrong.whole") : t("kinds.cells.wrong.decimals", { n: decimals });
    const [hasMin, hasMax] = [min > -LARGEST_NUMBER, max < LARGEST_NUMBER];
    if (hasMin && hasMax)
      return `${what} ${t("kinds.cells.wrong.between", { min: words(min), max: words(max) })}`;
    if (hasMin) return `${what} ${t("kinds.cells.wrong.atLeast", { min: words(min) })}`;
    return hasMax ? `${what} ${t("kinds.cells.wrong.atMost", { max: words(max) })}` : what;
  }

  return {
    sentence,
    check(value) {
      problem.value = null;
      try {
        return field().check(value, field().kind);
      } catch (error) {
        if (!(error instanceof InvalidEdit)) throw error;
        problem.value = error;
        return undefined;
      }
    },
  };
}
