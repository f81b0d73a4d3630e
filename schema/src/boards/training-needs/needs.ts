import type { ActorType } from "../actor-types.ts";
import { SMALLEST_SHOWN_COUNT } from "../small-counts.ts";
import { TRAINING_TOPICS, type TrainingTopic } from "./board.ts";

/** One answer to the questionnaire, as far as sums need it; a topic without both levels was not answered. */
export interface TrainingAnswer {
  readonly stakeholderType: ActorType | null;
  readonly levelsNow: Readonly<Record<string, number>>;
  readonly levelsNeeded: Readonly<Record<string, number>>;
}

export interface TopicNeed {
  readonly topic: TrainingTopic;
  /** How many answered for this topic. */
  readonly respondents: number;
  /** Mean of needed minus now over those who answered; nobody's surplus fills another's gap. */
  readonly gap: number | null;
  /** Share of those who answered and need more than they have, 0–1. */
  readonly share: number | null;
  /** Gap × share: how much is missing, and for how many. */
  readonly priority: number | null;
}

/** The needs by topic, in the template's order. */
export function topicNeeds(answers: readonly TrainingAnswer[]): TopicNeed[] {
  return TRAINING_TOPICS.map((topic) => {
    const gaps = answers.map((answer) => gapOf(answer, topic)).filter((gap) => gap !== null);
    if (gaps.length === 0) return { topic, respondents: 0, gap: null, share: null, priority: null };
    const gap = gaps.reduce((sum, one) => sum + one, 0) / gaps.length;
    const share = gaps.filter((one) => one > 0).length / gaps.length;
    return { topic, respondents: gaps.length, gap, share, priority: gap * share };
  });
}

/** A row of the heat map: one type of stakeholder, or those of small types together. */
export interface HeatRow {
  readonly type: ActorType | "other";
  readonly respondents: number;
  readonly needs: readonly TopicNeed[];
}

/**
 * Topic by type of stakeholder. Types with fewer than `threshold` answers are shown together; as long as those are
 * fewer too, the next smallest type joins them, so that nobody can be told by subtraction. Fewer answers than that
 * altogether give no row at all.
 */
export function needsByType(answers: readonly TrainingAnswer[], threshold = SMALLEST_SHOWN_COUNT): HeatRow[] {
  if (answers.length < threshold) return [];
  const byType = [...Map.groupBy(answers, ({ stakeholderType }) => stakeholderType ?? "other")].toSorted(
    ([, a], [, b]) => a.length - b.length,
  );
  const together: TrainingAnswer[] = byType.flatMap(([type, of]) => (type === "other" ? of : []));
  const rows: HeatRow[] = [];
  for (const [type, of] of byType) {
    if (type === "other") continue;
    const isSmall = of.length < threshold || (together.length > 0 && together.length < threshold);
    if (isSmall) together.push(...of);
    else rows.push({ type, respondents: of.length, needs: topicNeeds(of) });
  }
  if (together.length > 0)
    rows.push({ type: "other", respondents: together.length, needs: topicNeeds(together) });
  return rows;
}

function gapOf({ levelsNow, levelsNeeded }: TrainingAnswer, topic: TrainingTopic): number | null {
  const [now, needed] = [levelsNow[topic], levelsNeeded[topic]];
  return now === undefined || needed === undefined ? null : Math.max(0, needed - now);
}
