import { boardKinds, type LanguageCode } from "@tavolo/schema";
import type { GraphQLContext } from "../graphql/context.ts";
import { localise } from "../graphql/localized-text.ts";
import type { FoundLink } from "./links-from.ts";

/** What the field that holds a link is called; null where the viewer does not see who holds it. */
export const labelOf = (
  { seen, citingKind, citingCollection, field }: FoundLink,
  language: LanguageCode | null | undefined,
  reader: Pick<GraphQLContext, "language">,
): string | null => {
  const label = boardKinds.get(citingKind)?.collections[citingCollection]?.fields[field]?.label;
  return seen && label ? localise(label, language, reader) : null;
};
