import { foldText } from "../search/words.ts";
import type { Framework, Provision } from "./framework.ts";
import type { LocalisedText } from "./localised-text.ts";

/** More words than these are a paste, not a search. */
const MOST_WORDS = 12;

/** What one word of a search is worth by where it is found. */
const WORTH = { number: 12, title: 6, titleBeginning: 4, label: 3, tag: 2, around: 1 } as const;
/** A title that holds the whole search as it was typed, and one that begins with it. */
const WHOLE_PHRASE = 5;
const BEGINS_WITH_PHRASE = 4;

/** One or many: “alloggio” finds “alloggi”, “rights” finds “right”, after what holds the word itself. */
const ENDING = /[aeio]$|s$/u;
const SHORTEST_INFLECTED = 5;
const INFLECTED = 0.5;

interface Entry {
  readonly provision: Provision;
  readonly numbers: readonly string[];
  readonly titles: readonly string[];
  readonly titleWords: readonly string[];
  readonly labelWords: readonly string[];
  readonly tagWords: readonly string[];
  readonly aroundWords: readonly string[];
}

/** Every framework is read once; its entries live as long as it does. */
const indexes = new WeakMap<Framework, readonly Entry[]>();

/**
 * The provisions that hold every word of a search, best first: by number (`21`, `11.7`, `2000/43`), in a title of
 * any language, in the words of their kind, tags, descriptions, or those of the provision and framework they stand
 * under. A word counts as the beginning of one, whatever its accents, case and last vowel or s; a number counts whole,
 * or with what stands under it. Without a word all are answered, in the order of the frameworks.
 */
export function searchProvisions(frameworks: readonly Framework[], search: string): readonly Provision[] {
  const phrase = foldText(search).trim();
  const words = (phrase.match(WORD) ?? []).slice(0, MOST_WORDS);
  if (words.length === 0) {
    return phrase === "" ? frameworks.flatMap(({ provisions }) => provisions) : [];
  }
  return frameworks
    .flatMap(entriesOf)
    .map((entry) => ({ provision: entry.provision, worth: worthOf(entry, words, phrase) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .map(({ provision }) => provision);
}

// A number with its parts (11.7, 5.a, 2000/43) is one word; so are letters and digits that stand together (F3).
const WORD = /\p{N}+(?:[./-][\p{L}\p{N}]+)*|[\p{L}\p{N}]+/gu;
const NUMBER = /^\p{N}/u;

const wordsOf = (...texts: readonly (LocalisedText | null)[]): string[] =>
  texts.flatMap((text) => Object.values(text ?? {}).flatMap((one) => foldText(one).match(WORD) ?? []));

const entriesOf = (framework: Framework): readonly Entry[] => {
  const known = indexes.get(framework);
  if (known) return known;
  const byId = new Map(framework.provisions.map((provision) => [provision.id, provision]));
  const entries = framework.provisions.map((provision) => {
    const { id, number, level, label, title, description, tags, parentId } = provision;
    const parent = (parentId !== null && byId.get(parentId)) || null;
    return {
      provision,
      numbers: [foldText(id), ...(number === null ? [] : [foldText(number)])],
      titles: Object.values(title).map(foldText),
      titleWords: wordsOf(title),
      labelWords: [...wordsOf(level.name, label), ...(foldText(id).match(WORD) ?? [])],
      tagWords: wordsOf(...tags.map(({ name }) => name)),
      aroundWords: wordsOf(description, parent?.title ?? null, framework.name, framework.shortName),
    };
  });
  indexes.set(framework, entries);
  return entries;
};

/** 0 as soon as a word is nowhere. */
const worthOf = (entry: Entry, words: readonly string[], phrase: string): number => {
  let sum = 0;
  for (const word of words) {
    const worth = worthOfWord(entry, word);
    if (worth === 0) return 0;
    sum += worth;
  }
  if (entry.numbers.includes(phrase)) sum += WORTH.number;
  if (entry.titles.some((title) => title.startsWith(phrase))) sum += BEGINS_WITH_PHRASE;
  return entry.titles.some((title) => title.includes(phrase)) ? sum + WHOLE_PHRASE : sum;
};

const worthOfWord = (entry: Entry, word: string): number => {
  const worth = worthOfBeginning(entry, word);
  if (worth > 0 || word.length < SHORTEST_INFLECTED || !ENDING.test(word)) return worth;
  return worthOfBeginning(entry, word.replace(ENDING, "")) * INFLECTED;
};

const worthOfBeginning = (entry: Entry, word: string): number => {
  if (entry.numbers.includes(word)) return WORTH.number;
  if (NUMBER.test(word)) return worthOfNumber(entry, word);
  if (entry.titleWords.includes(word)) return WORTH.title;
  const begins = (one: string) => one.startsWith(word);
  if (entry.titleWords.some(begins)) return WORTH.titleBeginning;
  if (entry.labelWords.some(begins)) return WORTH.label;
  if (entry.tagWords.some(begins)) return WORTH.tag;
  return entry.aroundWords.some(begins) ? WORTH.around : 0;
};

/** Article 1 is not article 10, while 11 leads to 11.7 and 2000/43 to 2000/43/EC. */
const worthOfNumber = (entry: Entry, word: string): number => {
  const leads = (one: string) =>
    one === word || (one.startsWith(word) && /^[./-]/u.test(one.slice(word.length)));
  if (entry.numbers.some(leads)) return WORTH.label;
  return [...entry.titleWords, ...entry.tagWords, ...entry.aroundWords].some(leads) ? WORTH.around : 0;
};
