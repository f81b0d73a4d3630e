import monitoring from "@tavolo/schema/boards/monitoring-tool/example.json" with { type: "json" };
import type { LanguageCode, Sensitivity } from "@tavolo/schema";
import { speakerOf } from "./demo-actors.ts";
import { written } from "./written-text.ts";

/** The example names confidentiality as the monitoring model does; boards as the classes are called. */
const CLASSES: Readonly<Record<string, Sensitivity>> = {
  public: "PUBLIC",
  internal: "PROJECT",
  restricted: "RESTRICTED",
  special_category: "SPECIAL",
};

/** What the example says in English alone. */
const ITALIAN: Readonly<Record<string, string>> = {
  "City council": "Consiglio comunale",
  "City government": "Giunta comunale",
  "Municipality – Equality Office": "Comune – Ufficio Pari opportunità",
  "Municipality – Participation Desk": "Comune – Sportello Partecipazione",
  "Municipality – Public Property": "Comune – Patrimonio",
  "Municipality – Social Services": "Comune – Servizi sociali",
  "CSO survey": "indagine tra le OSC",
  "HR and equality office": "ufficio personale e Ufficio Pari opportunità",
  "HR records": "archivio del personale",
  "accounts, gender balance sheet": "conti, bilancio di genere",
  "attendance totals": "totali delle presenze",
  "bailiffs and social services": "ufficiali giudiziari e servizi sociali",
  "case system (aggregated)": "sistema di gestione dei casi (dati aggregati)",
  "council acts": "atti del Consiglio",
  "desk register (aggregated)": "registro dello sportello (dati aggregati)",
  "digital office": "ufficio digitale",
  "print shop invoices": "fatture della tipografia",
  "resident survey": "indagine tra i residenti",
  "resident survey (n about 1,200)": "indagine tra i residenti (n circa 1.200)",
};

/** What each indicator answers to: recommendations, and strategies of the confrontation. */
const COMES_FROM: Readonly<Record<string, readonly string[]>> = {
  "STR-01": ["r-08"],
  "STR-03": ["r-05"],
  "PRO-02": ["r-06"],
  "PRO-03": ["r-03"],
  "PRO-04": ["r-04", "s-03"],
  "PRO-05": ["r-05", "s-05"],
  "PRO-07": ["r-04"],
  "OUT-02": ["s-08"],
  "OUT-05": ["r-01", "r-02"],
};

const NO_BREAKDOWN = {
  en: "Counts no persons: there is nothing to break down",
  it: "Non conta persone: non c’è nulla da disaggregare",
} as const;

const inWords = (text: string, language: LanguageCode): string =>
  language === "it" ? (ITALIAN[text] ?? text) : text;

/** The cards of the monitoring tool, each in the language of the organisation that proposed it. */
export const exampleIndicators = {
  began: new Date("2025-05-09T09:30:00Z"),
  cards: monitoring.indicators.map((card) => {
    const { actor, language } = speakerOf(card.proposed_by);
    const own = language === "it" ? "it" : "en";
    const { text, translations } = written(card.title, own);
    const definition = written(card.definition, own);
    const rationale = written(card.rationale, own);
    return {
      code: card.code,
      text,
      actor,
      comesFrom: COMES_FROM[card.code] ?? [],
      dataHolder: card.data_holder,
      proposedBy: card.proposed_by,
      dutyBearer: inWords(card.duty_bearer, own),
      language: own,
      fields: {
        section: card.type,
        code: card.code,
        title: text,
        language: own,
        translations,
        definition: definition.text,
        definitionTranslations: definition.translations,
        rationale: rationale.text,
        rationaleTranslations: rationale.translations,
        standards: card.standards,
        unit: card.unit,
        numerator: card.numerator?.[own] ?? "",
        denominator: card.denominator?.[own] ?? "",
        direction: card.direction,
        baseline: card.baseline?.value ?? null,
        baselinePeriod: card.baseline?.period ?? null,
        target: card.target?.value ?? null,
        targetPeriod: card.target?.period ?? null,
        source: inWords(card.source, own),
        periodicity: card.periodicity,
        territoryLevel: card.territory_level,
        disaggregation: card.disaggregation,
        noBreakdown: card.disaggregation.length > 0 ? "" : NO_BREAKDOWN[own],
        sensitivity: CLASSES[card.sensitivity] ?? null,
        limits: card.limits?.[own] ?? "",
      },
    } as const;
  }),
} as const;
