import type { Certainty, LanguageCode } from "@tavolo/schema";
import { inLanguage, type LocalisedText } from "@tavolo/schema";
import type { Framework, Provision } from "@tavolo/schema/reference/framework";

/** A title as a reader gets it: in their language, or in the one it exists in. */
export interface ShownTitle {
  readonly text: string;
  readonly lang: LanguageCode;
  readonly certainty: Certainty;
}

/** A provision’s title for a reader of one language. */
export function shownTitle(
  { title, certainty }: Pick<Provision, "title" | "certainty">,
  reader: LanguageCode,
): ShownTitle {
  const lang = title[reader] === undefined ? "en" : reader;
  return { text: title[lang] ?? "", lang, certainty: certainty[lang] ?? "own" };
}

/** A text of the library and the language it comes in. */
export function shownText(
  text: LocalisedText,
  reader: LanguageCode,
): { readonly text: string; readonly lang: LanguageCode } {
  return { text: inLanguage(text, reader), lang: text[reader] === undefined ? "en" : reader };
}

/** Provisions that stand under the same one, or right under their framework. */
export interface ProvisionGroup {
  readonly key: string;
  readonly framework: Framework;
  /** What they stand under; null for what stands right under the framework. */
  readonly head: Provision | null;
  /** Those that can be referred to, the head itself among them where it can. */
  readonly provisions: readonly Provision[];
}

/** Gathers provisions as their frameworks do, in the order in which they come: by number, or as a search found them. */
export function groupProvisions(
  frameworks: readonly Framework[],
  provisions: readonly Provision[],
): readonly ProvisionGroup[] {
  const every = frameworks.flatMap((framework) => framework.provisions);
  const byId = new Map(every.map((provision) => [provision.id, provision]));
  const heads = new Set(every.flatMap(({ parentId }) => parentId ?? []));
  const frameworkOf = new Map(frameworks.map((framework) => [framework.id, framework]));
  const groups = new Map<string, { framework: Framework; head: Provision | null; provisions: Provision[] }>();
  for (const provision of provisions) {
    const framework = frameworkOf.get(provision.frameworkId);
    if (!framework || !provision.level.citable) continue;
    const headId = provision.parentId ?? (heads.has(provision.id) ? provision.id : null);
    const key = headId ?? framework.id;
    const group = groups.get(key) ?? {
      framework,
      head: (headId && byId.get(headId)) || null,
      provisions: [],
    };
    group.provisions.push(provision);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}
