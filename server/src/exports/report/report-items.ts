import {
  charterArticles,
  inLanguage,
  type LanguageCode,
  localFactors,
  readingOrder,
  swot,
  type SwotCluster,
  type SwotNote,
} from "@tavolo/schema";
import type { BoardItem } from "../../sync/projection/board-item.entity.ts";
import { enumName, sectionName, translationsOf } from "./api-names.ts";
import type { ReportedArticle, ReportedAuthor, ReportedCluster, ReportedNote } from "./board-report.ts";

type AuthorOf = (participantId: string | null | undefined) => ReportedAuthor;

const articles = new Map(charterArticles().map((article) => [article.code, article]));
const factors = new Map(localFactors().map((factor) => [factor.code, factor]));

/** The notes and clusters of a board in reading order. */
export const reportItems = (
  rows: readonly BoardItem[],
  { language, authorOf }: { language: LanguageCode; authorOf: AuthorOf },
): { clusters: ReportedCluster[]; notes: ReportedNote[] } => {
  // The projection stores what total reading of the declared schema returns.
  const noteRows = inReadingOrder(rows, "notes", (row) => row.content as unknown as SwotNote);
  const clusterRows = inReadingOrder(rows, "clusters", (row) => row.content as unknown as SwotCluster);
  const names = new Map(clusterRows.map(({ content }) => [content.id, content.name]));

  const notes = noteRows.map(({ row, content }): ReportedNote => {
    const cluster = content.cluster !== null && names.has(content.cluster) ? content.cluster : null;
    return {
      id: content.id,
      text: content.text,
      language: enumName(content.language),
      translations: translationsOf(content.translations),
      section: sectionName(content.section),
      rank: content.rank,
      colour: enumName(content.colour),
      factor: factorOf(content.factor, language),
      evidence: content.evidence,
      affected: content.affected,
      charterArticles: content.charterArticles.flatMap((code) => articleOf(code, language)),
      cluster: cluster === null ? null : { id: cluster, name: names.get(cluster) ?? "" },
      author: authorOf(row.createdBy),
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      revision: row.updatedSeq,
    };
  });

  const sizes = Map.groupBy(notes, ({ cluster }) => cluster?.id);
  const clusters = clusterRows.map(({ row, content }): ReportedCluster => ({
    id: content.id,
    name: content.name,
    language: enumName(content.language),
    translations: translationsOf(content.translations),
    section: sectionName(content.section),
    rank: content.rank,
    noteCount: sizes.get(content.id)?.length ?? 0,
    author: authorOf(row.createdBy),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    revision: row.updatedSeq,
  }));
  return { clusters, notes };
};

const inReadingOrder = <Content extends SwotNote | SwotCluster>(
  rows: readonly BoardItem[],
  collection: "notes" | "clusters",
  contentOf: (row: BoardItem) => Content,
): { row: BoardItem; content: Content }[] => {
  const before = readingOrder(swot);
  return rows
    .filter((row) => row.collection === collection)
    .map((row) => ({ row, content: contentOf(row) }))
    .toSorted((a, b) => before(a.content, b.content));
};

const factorOf = (code: string | null, language: LanguageCode): ReportedNote["factor"] => {
  const factor = code === null ? undefined : factors.get(code);
  return factor ? { code: factor.code, name: inLanguage(factor.title, language) } : null;
};

const articleOf = (code: string, language: LanguageCode): ReportedArticle[] => {
  const article = articles.get(code);
  return article ? [{ code, number: article.number, name: inLanguage(article.title, language) }] : [];
};
