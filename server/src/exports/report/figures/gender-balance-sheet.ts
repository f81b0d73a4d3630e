import {
  type BudgetLine,
  classSums,
  dataCoverage,
  genderBalanceSheet,
  inLanguage,
  SMALLEST_SHOWN_COUNT,
  spentPerBeneficiary,
} from "@tavolo/schema";
import { decimalOf } from "../money-text.ts";
import { figure, type FiguresOf, itemsOf } from "./figure-source.ts";

const CURRENCY = ["currency", "text", { en: "Currency", it: "Valuta" }] as const;
const SPENT = { en: "Spent", it: "Speso" };

/** How much money goes where it bears on gender gaps, whom it reaches, and where that is not known. */
export const genderBalanceFigures: FiguresOf = (source) => {
  const lines: readonly BudgetLine[] = itemsOf(source, genderBalanceSheet, "lines");
  const { genderClass, women, men, other } = genderBalanceSheet.collections.lines.fields;
  const say = (words: Parameters<typeof inLanguage>[0]) => inLanguage(words, source.language);
  const groups = { women, men, other };
  const { counted, lines: all, share } = dataCoverage(lines);
  return [
    ...figure(source, {
      id: "classSums",
      title: { en: "Sums by gender class", it: "Somme per classe di genere" },
      note: {
        en: "Amounts of different currencies are never added up.",
        it: "Importi in valute diverse non si sommano mai.",
      },
      columns: [
        ["genderClass", "text", { en: "Class", it: "Classe" }],
        ["lines", "number", { en: "Lines", it: "Voci" }],
        CURRENCY,
        ["planned", "amount", { en: "Planned", it: "Previsto" }],
        ["plannedShare", "share", { en: "Share of planned", it: "Quota del previsto" }],
        ["spent", "amount", SPENT],
        ["spentShare", "share", { en: "Share of spent", it: "Quota dello speso" }],
      ],
      rows: classSums(lines).map((sum) => [
        sum.genderClass === null
          ? say({ en: "Not classified yet", it: "Non ancora classificate" })
          : say(genderClass.valueNames?.[sum.genderClass] ?? { en: sum.genderClass }),
        sum.lines,
        sum.currency,
        Number(decimalOf(sum.planned)),
        sum.plannedShare,
        Number(decimalOf(sum.spent)),
        sum.spentShare,
      ]),
    }),
    ...figure(source, {
      id: "perBeneficiary",
      title: { en: "Spent per beneficiary", it: "Speso per beneficiario" },
      note: {
        en: `Only over lines that count whom they reach by sex. Nothing is told where a group has fewer than ${SMALLEST_SHOWN_COUNT} people.`,
        it: `Solo sulle voci che contano per sesso chi raggiungono. Non si dice nulla dove un gruppo ha meno di ${SMALLEST_SHOWN_COUNT} persone.`,
      },
      columns: [
        ["group", "text", { en: "Beneficiaries", it: "Beneficiari" }],
        ["beneficiaries", "number", { en: "How many", it: "Quanti" }],
        CURRENCY,
        ["spent", "amount", SPENT],
        ["perBeneficiary", "amount", { en: "Each", it: "A testa" }],
      ],
      rows: spentPerBeneficiary(lines).map(({ group, currency, beneficiaries, spent, perBeneficiary }) => [
        say(groups[group].label),
        beneficiaries,
        currency,
        Number(decimalOf(spent)),
        Number(decimalOf(perBeneficiary)),
      ]),
    }),
    ...figure(source, {
      id: "dataCoverage",
      title: { en: "Data by sex", it: "Dati per sesso" },
      columns: [
        ["lines", "number", { en: "Lines", it: "Voci" }],
        [
          "counted",
          "number",
          { en: "of which count beneficiaries by sex", it: "che contano i beneficiari per sesso" },
        ],
        ["share", "share", { en: "Share", it: "Quota" }],
      ],
      rows: all === 0 ? [] : [[all, counted, share]],
    }),
  ];
};
