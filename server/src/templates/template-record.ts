import { boardKinds, type BoardTemplate, boardTemplates, type TemplateContent } from "@tavolo/schema";
import type { OwnTemplate } from "./own-template.entity.ts";

/** A template, shipped or a project’s own, as the API tells of it. */
export interface TemplateRecord extends BoardTemplate {
  /** Its sections and words where they are a project’s own; null for a shipped template. */
  readonly templateContent: TemplateContent | null;
  /** The shipped template that an own one began as. */
  readonly base: { readonly id: string; readonly version: number } | null;
  readonly ownSections: boolean;
  readonly archivedAt: Date | null;
}

const shipped: readonly TemplateRecord[] = boardTemplates().map((template) => ({
  ...template,
  templateContent: null,
  base: null,
  ownSections: boardKinds.get(template.kind)?.ownSections ?? false,
  archivedAt: null,
}));

/** The templates that come with this version, whether boards can be made of them or not. */
export const shippedTemplates = (): readonly TemplateRecord[] => shipped;

/** A shipped template by its id. */
export const findShipped = (id: string): TemplateRecord | undefined =>
  shipped.find((template) => template.id === id);

/** A shipped template by its id; a retired one is answered by another of the same kind. */
export const shippedOrLike = (id: string, kind: string): TemplateRecord => {
  const template = findShipped(id) ?? shipped.find((other) => other.kind === kind);
  if (!template) throw new Error(`There is no template for ${kind} boards.`);
  return template;
};

/** An own template: what it does not say itself is as in the one it began as. */
export const ownRecord = (row: OwnTemplate): TemplateRecord => ({
  ...shippedOrLike(row.baseTemplate, row.kind),
  id: row.id,
  version: row.version,
  name: row.name,
  purpose: row.purpose,
  templateContent: row.content,
  base: { id: row.baseTemplate, version: row.baseVersion },
  archivedAt: row.archivedAt ?? null,
});
