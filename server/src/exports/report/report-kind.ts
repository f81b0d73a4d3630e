import {
  type AnyItem,
  type BoardDefinition,
  boardTemplates,
  type CollectionDefinition,
  computedOf,
  inLanguage,
  isItemRef,
  type LanguageCode,
  readDecisions,
  readingOrder,
  type TranslationsField,
} from "@tavolo/schema";
import { citeProvision } from "@tavolo/schema/reference/cite-provision";
import { frameworks } from "@tavolo/schema/reference/library";
import { enumValueName } from "../../kinds/type-names.ts";
import type { BoardItem, ItemContent } from "../../sync/projection/board-item.entity.ts";
import type { ReportedAuthor, ReportedHead } from "./board-report.ts";
import { decidedKey, type DecidedRows } from "./decided-rows.ts";
import { figuresOf } from "./figures/kind-figures.ts";
import type { KindReport, ReportedItem, ReportedKindBoard, ReportedProvision } from "./kind-report.ts";
import { leave, type LeavingItem, NEVER_LEAVING } from "./leaving-items.ts";
import { numberItems } from "./number-items.ts";
import { reportCollections } from "./report-columns.ts";
import { reportValue } from "./report-value.ts";

interface Surroundings {
  readonly definition: BoardDefinition;
  readonly head: ReportedHead;
  readonly rows: readonly BoardItem[];
  readonly decided: DecidedRows;
  readonly language: LanguageCode;
  readonly now: Date;
  readonly authorOf: (participantId: string | null | undefined) => ReportedAuthor;
}

/** A row with what of it may leave the board. */
interface Leaving extends LeavingItem {
  readonly row: BoardItem;
  /** All that stands there, decisions among it: what sums are made of. */
  readonly whole: ItemContent;
}

/** What a board of a declared kind says; everything but the revision that it is of. */
export const reportKind = (around: Surroundings): Omit<KindReport, "export"> => {
  const { head, rows, language, now } = around;
  const definition = withoutNeverLeaving(around.definition);
  const { sections, collections, structure, kind } = definition;
  const before = readingOrder(definition);
  const all = Object.keys(collections).map((collection) => {
    const declared = around.definition.collections[collection]!;
    const standing = rows
      .filter((row) => row.collection === collection)
      .map((row) => {
        // The projection stores what total reading of the declaration returns.
        const whole: ItemContent = {
          ...row.content,
          ...readDecisions(declared, around.decided.get(decidedKey(collection, row.id))),
        };
        return { row, whole, leaving: leave(kind, whole) };
      })
      .toSorted((a, b) => before(anyItem(a), anyItem(b)));
    const items = standing.flatMap(({ row, whole, leaving }): Leaving[] =>
      leaving ? [{ ...leaving, row, whole }] : [],
    );
    return { collection, items, withheld: standing.length - items.length };
  });
  const found = new Map(all.map(({ collection, items }) => [collection, items]));
  const wholes = new Map(all.map(({ collection, items }) => [collection, items.map(({ whole }) => whole)]));
  const reported = reportCollections(definition, language);
  const pages = reported.map(({ collection, page }): [string, { nodes: ReportedItem[] }] => [
    page,
    {
      nodes: (found.get(collection) ?? []).map((item) =>
        reportItem(item, { ...around, definition, collection, found }),
      ),
    },
  ]);
  const template = boardTemplates().find(({ id }) => id === head.template.id);
  const board: ReportedKindBoard = {
    ...head,
    counts: { items: all.reduce((sum, { items }) => sum + items.length, 0) },
    sections: sections.map(({ key, name, guidingQuestions }) => ({
      sectionKey: key,
      name: inLanguage(name, language),
      guidingQuestions: guidingQuestions.map((question) => inLanguage(question, language)),
    })),
    ...Object.fromEntries(pages),
  };
  return {
    board,
    collections: reported,
    figures: figuresOf(kind, {
      definition: around.definition,
      items: wholes,
      language,
      today: dayOf(now),
      heldOn: head.workshop.heldOn,
    }),
    provisions: provisionsOf(pages, language),
    withheld: all.reduce((sum, { withheld }) => sum + withheld, 0),
    structure,
    restricted: template?.restricted ?? false,
    numbers: numberItems(definition, wholes),
  };
};

const anyItem = ({ row: { id, rank, removed }, whole }: { row: BoardItem; whole: ItemContent }): AnyItem => ({
  ...whole,
  id,
  rank,
  removed,
});

const reportItem = (
  { row, content, suppressed, nameless }: Leaving,
  {
    definition,
    collection,
    found,
    language,
    now,
    authorOf,
  }: Surroundings & { collection: string; found: ReadonlyMap<string, readonly Leaving[]> },
): ReportedItem => {
  const declared = definition.collections[collection]!;
  const { fields, decided = {}, computed = {} } = declared;
  const hasClosedSections = !definition.ownSections && definition.sections.length > 0;
  const told: Record<string, unknown> = {};
  for (const [name, field] of Object.entries({ ...fields, ...decided })) {
    if (name === "removed" || isHidden(declared, name)) continue;
    const value = content[name];
    if (isItemRef(field)) {
      const title = definition.collections[field.collection]?.title;
      const target = found.get(field.collection)?.find(({ row: { id } }) => id === value);
      told[name] = target ? { id: target.row.id, ...(title && { [title]: target.content[title] }) } : null;
    } else if (field.kind === "section") {
      told[name] = hasClosedSections ? enumValueName(String(value)) : value;
    } else {
      told[name] = reportValue(field, value, language);
    }
  }
  const follows = computedOf(declared, anyItem({ row, whole: content }), dayOf(now));
  for (const [name, field] of Object.entries(computed)) {
    if (field.hidden) continue;
    const value = follows[name] ?? null;
    told[name] = field.gives === "code" && value !== null ? enumValueName(String(value)) : value;
  }
  return {
    id: row.id,
    sectionKey: row.section ?? null,
    ...told,
    ...(suppressed && { suppressed }),
    author: nameless ? { displayName: null, stakeholderGroup: null } : authorOf(row.createdBy),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    revision: row.updatedSeq,
  };
};

/** What a template leaves out, with the translations of it. */
const isHidden = ({ fields, decided = {}, title }: CollectionDefinition, name: string): boolean => {
  const field = fields[name] ?? decided[name];
  if (field?.kind !== "translations") return field?.hidden ?? false;
  const text = (field as TranslationsField).of ?? title;
  return (text !== undefined && fields[text]?.hidden) ?? field.hidden ?? false;
};

const withoutNeverLeaving = (definition: BoardDefinition): BoardDefinition => {
  const never = NEVER_LEAVING[definition.kind];
  if (!never) return definition;
  const collections = Object.entries(definition.collections).map(([name, collection]) => {
    const { rank, removed } = collection.fields;
    const fields = Object.entries(collection.fields).filter(([field]) => !never.includes(field));
    return [name, { ...collection, fields: { ...Object.fromEntries(fields), rank, removed } }];
  });
  return { ...definition, collections: Object.fromEntries(collections) };
};

/** Everything that items cite, in the order of the standards. */
const provisionsOf = (
  pages: readonly (readonly [string, { nodes: readonly ReportedItem[] }])[],
  language: LanguageCode,
): ReportedProvision[] => {
  const cited = new Set(
    pages
      .flatMap(([, { nodes }]) => nodes.flatMap((node) => Object.values(node).flat()))
      .flatMap((value) =>
        typeof value === "object" && value !== null && "citation" in value && "id" in value ? [value.id] : [],
      ),
  );
  return frameworks().flatMap((framework) =>
    framework.provisions
      .filter(({ id }) => cited.has(id))
      .map((provision) => ({
        id: provision.id,
        citation: citeProvision(framework, provision, language),
        title: inLanguage(provision.title, language),
        certainty: provision.certainty[language] ?? provision.certainty.en ?? null,
        framework: inLanguage(framework.name, language),
      })),
  );
};

const dayOf = (moment: Date): string => moment.toISOString().slice(0, "2026-01-01".length);
