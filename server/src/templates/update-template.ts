import { boardKinds, checkTemplateContent } from "@tavolo/schema";
import type { LocalisedText } from "../database/localised-text.ts";
import { invalidValue, templateChanged } from "../errors.ts";
import { checkedText, textLimits } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import type { LocalizedTextInput } from "../graphql/localized-text.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { findManagedTemplate } from "./find-managed-template.ts";
import { givenContent, givenWords } from "./given-content.ts";
import type { UpdateTemplateInput } from "./own-template.graphql.ts";
import { type OwnTemplate, OwnTemplateSchema } from "./own-template.entity.ts";

/**
 * Words an own template anew. Two who change it at once are told: the later one reads it again. Boards that were made
 * from it keep the words they were made with.
 */
export const updateTemplate = async (
  context: GraphQLContext,
  { id, expectedVersion, names, purposes, content }: UpdateTemplateInput,
): Promise<OwnTemplate> => {
  const row = await findManagedTemplate(context, id);
  const declared = boardKinds.get(row.kind);
  if (!declared) throw new Error(`There is no board of the kind ${row.kind}.`);
  const changes = {
    ...(names && { name: checkedWords("names", names, textLimits.name) }),
    ...(purposes && { purpose: checkedWords("purposes", purposes, textLimits.description) }),
    ...(content && { content: checkTemplateContent(declared, givenContent(content)) }),
  };
  const changed = await context.em.nativeUpdate(
    OwnTemplateSchema,
    { id: row.id, version: expectedVersion },
    { ...changes, version: expectedVersion + 1 },
  );
  if (changed === 0) throw templateChanged(row.version);
  readAfresh(context);
  return context.em.findOneOrFail(OwnTemplateSchema, { id: row.id });
};

/** A text in all its languages, none of them blank; throws INVALID_VALUE where none is left. */
const checkedWords = (field: string, texts: readonly LocalizedTextInput[], limit: number): LocalisedText => {
  const words = Object.entries(givenWords(texts)).filter(([, text]) => text.trim() !== "");
  if (words.length === 0) throw invalidValue(field, "There must be words in at least one language.");
  return Object.fromEntries(words.map(([language, text]) => [language, checkedText(field, text, limit)]));
};
