import type { UiLanguage } from "../i18n/languages.ts";

/** Two plain words that say nothing about anybody; in Italian all nouns are masculine, so that they agree. */
const words: Record<
  UiLanguage,
  { nouns: readonly string[]; say: (noun: string, trait: string) => string; traits: readonly string[] }
> = {
  en: {
    traits: [
      "Amber",
      "Calm",
      "Copper",
      "Early",
      "Gentle",
      "Green",
      "Grey",
      "Light",
      "Merry",
      "Quiet",
      "Silver",
      "Swift",
    ],
    nouns: [
      "Acorn",
      "Birch",
      "Brook",
      "Cedar",
      "Comet",
      "Crane",
      "Falcon",
      "Fern",
      "Harbour",
      "Hazel",
      "Heron",
      "Lantern",
      "Maple",
      "Otter",
      "Pebble",
      "Pine",
      "River",
      "Robin",
      "Sparrow",
      "Swift",
      "Thistle",
      "Willow",
    ],
    say: (noun, trait) => `${trait} ${noun}`,
  },
  it: {
    traits: [
      "allegro",
      "ambrato",
      "argenteo",
      "calmo",
      "chiaro",
      "grigio",
      "leggero",
      "mattutino",
      "quieto",
      "ramato",
      "sereno",
      "verde",
    ],
    nouns: [
      "Abete",
      "Acero",
      "Airone",
      "Cardo",
      "Cedro",
      "Cipresso",
      "Falco",
      "Faro",
      "Fiume",
      "Frassino",
      "Gabbiano",
      "Ginepro",
      "Larice",
      "Merlo",
      "Nocciolo",
      "Olmo",
      "Passero",
      "Pettirosso",
      "Pino",
      "Ruscello",
      "Sasso",
      "Tiglio",
    ],
    say: (noun, trait) => `${noun} ${trait}`,
  },
};

const oneOf = <T>(list: readonly T[]): T => {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  const chosen = list[random % list.length];
  if (chosen === undefined) throw new Error("There is nothing to choose from.");
  return chosen;
};

/** A name to be called by that tells nothing, made anew each time: nobody is known by it from another board. */
export const newPseudonym = (language: UiLanguage): string => {
  const { nouns, traits, say } = words[language];
  return say(oneOf(nouns), oneOf(traits));
};
