/**
 * Picks a message's form by the language's own plural rules.
 * Two forms are "one | other"; three are "none | one | other".
 */
export const pluralRule =
  (locale: string) =>
  (count: number, forms: number): number => {
    const one = new Intl.PluralRules(locale).select(count) === "one";
    if (forms < 3) return one ? 0 : forms - 1;
    if (count === 0) return 0;
    return one ? 1 : forms - 1;
  };
