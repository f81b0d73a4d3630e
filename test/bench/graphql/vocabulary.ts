/** How many words the notes are made of: what a city’s workshops use in a few languages. */
const WORDS = 20_000;
const SYLLABLES = "ba ci dò fe gru ho kli lù ma né pa qui ro sa tra üb vie zio przy ñi ška tà ön".split(" ");

/** Made-up words, each other than all others; the first are those that come most often. */
export const vocabulary: readonly string[] = Array.from({ length: WORDS }, (_, n) => {
  let word = "";
  for (let rest = n; rest > 0 || word === ""; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length]!;
  return `${word}re`;
});

/** A word as people use them: the hundredth-most-used one a hundredth as often as the most-used one. */
export const someWord = (): string => vocabulary[Math.floor(WORDS ** Math.random()) - 1]!;
