import type { LocalisedText } from "./localised-text.ts";

/** What provisions can be gathered by across frameworks; which carry a tag is our own selection. */
const names = {
  "civic-space": { en: "Core of civic space", it: "Al centro dello spazio civico" },
  "local-services": { en: "Often touched by local services", it: "Spesso toccato dai servizi locali" },
  "local-monitoring": { en: "Much used in local monitoring", it: "Molto usato nel monitoraggio locale" },
  "intercultural-lens": {
    en: "Urban policies through the intercultural lens",
    it: "Politiche urbane con lente interculturale",
  },
  institutional: { en: "Institutional", it: "Istituzionale" },
  operational: { en: "Operational", it: "Operativo" },
  structural: { en: "Structural: commitment", it: "Strutturale: impegno" },
  process: { en: "Process: effort", it: "Di processo: sforzo" },
  outcome: { en: "Outcome: enjoyment", it: "Di esito: godimento" },
  "tfeu-19": { en: "Named in Article 19 TFEU", it: "Nominato nell’articolo 19 TFUE" },
  "special-category": {
    en: "Likely a special category of personal data",
    it: "Probabile categoria particolare di dati personali",
  },
} as const satisfies Record<string, LocalisedText>;

export type TagKey = keyof typeof names;

/** A tag with its name in English and Italian. */
export interface ProvisionTag {
  readonly key: TagKey;
  readonly name: LocalisedText;
}

/** The tags of these keys, in their order. */
export function provisionTags(keys: readonly TagKey[]): readonly ProvisionTag[] {
  return keys.map((key) => ({ key, name: names[key] }));
}
