import {
  type CardFinding,
  checkCard,
  discriminationMonitoringTool,
  inLanguage,
  type Indicator,
  monitoringTool,
} from "@tavolo/schema";
import { counted, figure, type FigureSource, type FiguresOf, findings, itemsOf } from "./figure-source.ts";
import { openCells } from "./still-to-fill.ts";

const SENTENCES: Readonly<Record<CardFinding, { en: string; it: string }>> = {
  NO_STANDARD: { en: "No standard is cited", it: "Nessuno standard richiamato" },
  RATE_WITHOUT_PARTS: {
    en: "A rate without numerator or denominator",
    it: "Un tasso senza numeratore o denominatore",
  },
  NO_BREAKDOWN_AND_NO_REASON: {
    en: "No disaggregation, and no reason why",
    it: "Nessuna disaggregazione, e nessun motivo",
  },
  BASELINE_WITHOUT_PERIOD: { en: "A baseline without its period", it: "Un valore di partenza senza periodo" },
  TARGET_WITHOUT_DATE: { en: "A target without a date", it: "Un obiettivo senza scadenza" },
  DATE_WITHOUT_TARGET: { en: "A date without a target", it: "Una scadenza senza obiettivo" },
  TARGET_OF_A_DESCRIPTION: {
    en: "A target for a descriptive indicator",
    it: "Un obiettivo per un indicatore descrittivo",
  },
  OUTSIDE_THE_SCALE: { en: "A value outside its scale", it: "Un valore fuori dalla scala" },
};

type Card = Pick<
  Indicator,
  "id" | "direction" | "unit" | "baseline" | "baselinePeriod" | "target" | "targetPeriod" | "status"
> &
  Parameters<typeof checkCard>[0];

/** How far the cards are, what they lack, and the way that each indicator has to its target. */
const cardFigures = (source: FigureSource, cards: readonly Card[]) => {
  const { fields, decided } = monitoringTool.collections.indicators;
  const nameOf = (names: typeof fields.unit.valueNames, code: string | null) =>
    code === null ? null : inLanguage(names?.[code] ?? { en: code }, source.language);
  return [
    ...counted(source, cards, ({ status }) => status, {
      id: "status",
      title: { en: "Status of the indicators", it: "Stato degli indicatori" },
      names: decided.status.valueNames ?? {},
    }),
    ...figure(source, {
      id: "wayToTarget",
      title: { en: "The way to the target", it: "La strada verso l’obiettivo" },
      columns: [
        ["indicator", "items", { en: "No.", it: "N." }],
        ["direction", "text", fields.direction.label],
        ["baseline", "number", fields.baseline.label],
        ["baselinePeriod", "text", { en: "in", it: "nel" }],
        ["target", "number", fields.target.label],
        ["targetPeriod", "text", { en: "by", it: "entro" }],
        ["way", "number", { en: "Way to go", it: "Strada da fare" }],
        ["unit", "text", fields.unit.label],
      ],
      rows: cards
        .filter(({ target }) => target !== null)
        .map(({ id, direction, unit, baseline, baselinePeriod, target, targetPeriod }) => [
          [id],
          nameOf(fields.direction.valueNames, direction),
          baseline,
          baselinePeriod,
          target,
          targetPeriod,
          // Decimals of both have four places at most.
          baseline === null || target === null ? null : Number((target - baseline).toFixed(4)),
          nameOf(fields.unit.valueNames, unit),
        ]),
    }),
    ...findings(source, cards, checkCard, SENTENCES),
    ...openCells(source, "indicators"),
  ];
};

export const monitoringFigures: FiguresOf = (source) =>
  cardFigures(source, itemsOf(source, monitoringTool, "indicators"));

export const discriminationFigures: FiguresOf = (source) =>
  cardFigures(source, itemsOf(source, discriminationMonitoringTool, "indicators"));
