import type { Certainty } from "./certainty.ts";
import type { LocalisedText } from "./localised-text.ts";
import { type ProvisionTag, provisionTags, type TagKey } from "./provision-tags.ts";

/** A title with, for each of its languages, how sure it is. */
export interface CertainTitle {
  readonly title: LocalisedText;
  readonly certainty: Readonly<Partial<Record<keyof LocalisedText, Certainty>>>;
}

/** A depth of a framework's outline, such as the Charter's titles and articles. */
export interface FrameworkLevel {
  readonly key: string;
  readonly name: LocalisedText;
  /** Whether its provisions can be answered by an indicator or a note; others only gather those below them. */
  readonly citable: boolean;
}

/** Something that a note or an indicator can refer to: an article, a target, a point, a ground. */
export interface Provision extends CertainTitle {
  /** Stable and unique over all frameworks, such as `CFR-21` or `SDG-11.7`; documents hold it. */
  readonly id: string;
  readonly frameworkId: string;
  readonly level: FrameworkLevel;
  /** As its source numbers it, such as `21`, `II` or `2000/43/EC`; null where the source does not. */
  readonly number: string | null;
  /** Its number with the word of its kind, such as “Art. 21”; null without a number. */
  readonly label: LocalisedText | null;
  /** What it is about in more words, where its title is short. */
  readonly description: LocalisedText | null;
  /** The provision it stands under, of the same framework. */
  readonly parentId: string | null;
  readonly tags: readonly ProvisionTag[];
  /** Provisions of other frameworks that its source or its framework points to. */
  readonly relatedIds: readonly string[];
}

/** A standard that is shipped as read-only data. */
export interface Framework {
  readonly id: string;
  /** Rises when the data changes, also where the standard itself did not. */
  readonly version: number;
  readonly name: LocalisedText;
  /** As it is called beside a number, such as “EU Charter”. */
  readonly shortName: LocalisedText;
  /** What it is and what to mind when citing it; our own words. */
  readonly about: LocalisedText;
  /** The texts that the data follows, in English as they are cited. */
  readonly source: string;
  readonly sourceUrl: string | null;
  /** How sure the data is as a whole, in English. */
  readonly certaintyNote: string;
  readonly levels: readonly FrameworkLevel[];
  /** In the order of the standard, each behind the provision it stands under. */
  readonly provisions: readonly Provision[];
}

interface LevelDeclaration {
  readonly name: LocalisedText;
  /** How a provision is called by its number; `{n}` stands for it. */
  readonly label?: LocalisedText;
  readonly citable?: boolean;
}

interface ProvisionDeclaration<LevelKey extends string> extends CertainTitle {
  readonly id: string;
  readonly level: LevelKey;
  readonly number?: string;
  readonly description?: LocalisedText;
  readonly parentId?: string;
  readonly tags?: readonly TagKey[];
  readonly relatedIds?: readonly string[];
}

/** Puts a framework together from its head, its levels and its provisions as a loader reads them. */
export function defineFramework<LevelKey extends string>(
  head: Omit<Framework, "levels" | "provisions">,
  levels: Readonly<Record<LevelKey, LevelDeclaration>>,
  provisions: readonly ProvisionDeclaration<LevelKey>[],
): Framework {
  const levelOf = new Map<string, FrameworkLevel>(
    Object.entries<LevelDeclaration>(levels).map(([key, { name, citable = true }]) => [
      key,
      { key, name, citable },
    ]),
  );
  const read = (declared: ProvisionDeclaration<LevelKey>): Provision => {
    const level = levelOf.get(declared.level);
    if (!level) throw new Error(`${declared.id} stands at no level of ${head.id}.`);
    const { label } = levels[declared.level];
    const { id, title, certainty, number = null, description = null, parentId = null } = declared;
    return {
      id,
      frameworkId: head.id,
      level,
      number,
      label: label && number !== null ? withNumber(label, number) : null,
      title,
      certainty,
      description,
      parentId,
      tags: provisionTags(declared.tags ?? []),
      relatedIds: declared.relatedIds ?? [],
    };
  };
  return { ...head, levels: [...levelOf.values()], provisions: provisions.map(read) };
}

const withNumber = (label: LocalisedText, number: string): LocalisedText =>
  Object.fromEntries(
    Object.entries(label).map(([language, pattern]) => [language, pattern.replace("{n}", number)]),
  );

/** A title in English and, where it exists, Italian, with how sure each is. */
export function titled(
  { en, it }: { readonly en: string; readonly it?: string },
  certainty: { readonly en: Certainty; readonly it?: Certainty },
): CertainTitle {
  return it === undefined
    ? { title: { en }, certainty: { en: certainty.en } }
    : { title: { en, it }, certainty: { en: certainty.en, it: certainty.it ?? "own" } };
}
