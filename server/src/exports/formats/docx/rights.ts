import type { Paragraph, Table } from "docx";
import type { ReportedArticle } from "../../report/board-report.ts";
import { PORTRAIT_WIDTH } from "./look.ts";
import { allNotes, type NumberedNote } from "./numbered-notes.ts";
import type { Sheet } from "./sheet.ts";
import { dataTable } from "./tables.ts";
import { paragraph, partHead } from "./text.ts";

interface NamedArticle {
  readonly article: ReportedArticle;
  /** Of the notes that carry it. */
  readonly numbers: readonly string[];
}

/** The articles that notes carry, in the Charter’s order, with the numbers of the notes. */
export const countArticles = (notes: readonly NumberedNote[]): NamedArticle[] => {
  const found = new Map<string, { article: ReportedArticle; numbers: string[] }>();
  for (const { number, note } of notes) {
    for (const article of note.charterArticles) {
      const known = found.get(article.code);
      if (known) known.numbers.push(number);
      else found.set(article.code, { article, numbers: [number] });
    }
  }
  return [...found.values()].toSorted((a, b) => a.article.number - b.article.number);
};

/** Which rights and factors the notes were tagged with, and where. */
export const rights = (sheet: Sheet): (Paragraph | Table)[] => {
  const { words, sections } = sheet;
  const { rights: say } = words;
  const named = countArticles(allNotes(sections));
  return [
    partHead(say.title, { pageBreakBefore: true }),
    ...(named.length === 0
      ? [paragraph(say.none)]
      : [
          paragraph(say.text),
          dataTable(
            [
              { head: say.article, width: 1200 },
              { head: say.heading, width: PORTRAIT_WIDTH - 1200 - 900 - 3300 },
              { head: say.count, width: 900, numeric: true },
              { head: say.where, width: 3300 },
            ],
            named.map(({ article, numbers }) => [
              say.art(article.number),
              article.name,
              `${numbers.length}`,
              numbers.join(", "),
            ]),
          ),
        ]),
    ...factors(sheet),
  ];
};

const factors = ({ words, sections, report }: Sheet): (Paragraph | Table)[] => {
  const { rights: say } = words;
  const tagged = report.board.notes.nodes.flatMap((note) =>
    note.factor ? [{ factor: note.factor, section: note.section }] : [],
  );
  if (tagged.length === 0) return [];
  const width = 1500;
  return [
    paragraph(say.factors, { heading: "Heading2" }),
    paragraph(say.factorsText, { keepNext: true }),
    dataTable(
      [
        { head: say.factor, width: PORTRAIT_WIDTH - sections.length * width },
        ...sections.map(({ section }) => ({ head: section.name, width, numeric: true })),
      ],
      [...Map.groupBy(tagged, ({ factor }) => factor.code).values()]
        .toSorted((a, b) => b.length - a.length)
        .map((here) => [
          here[0]?.factor.name ?? "",
          ...sections.map(({ section }) => `${here.filter((one) => one.section === section.key).length}`),
        ]),
    ),
  ];
};
