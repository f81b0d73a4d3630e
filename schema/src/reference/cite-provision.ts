import type { Framework, Provision } from "./framework.ts";
import type { LanguageCode } from "./languages.ts";
import { inLanguage } from "./localised-text.ts";

/** How a provision is named beside those of other frameworks: “EU Charter, Art. 21”; without a number, by its framework alone. */
export function citeProvision(
  { shortName }: Pick<Framework, "shortName">,
  { label }: Pick<Provision, "label">,
  ...wanted: readonly LanguageCode[]
): string {
  const name = inLanguage(shortName, ...wanted);
  return label ? `${name}, ${inLanguage(label, ...wanted)}` : name;
}
