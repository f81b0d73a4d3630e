import type { BoardDisplay } from "../people/display.ts";
import { isLanguageCode, type LanguageCode } from "../reference/languages.ts";
import type { LocalisedText } from "../reference/localised-text.ts";
import swotTemplate from "./swot/template.json" with { type: "json" };

/** What a new board can start from. */
export interface BoardTemplate {
  readonly id: string;
  readonly version: number;
  /** The board kind it makes. */
  readonly kind: string;
  readonly name: LocalisedText;
  readonly purpose: LocalisedText;
  /** How many people it is made for, and out of which groups. */
  readonly participants: {
    readonly min: number;
    readonly ideal: number;
    readonly max: number;
    readonly mix: LocalisedText;
  };
  /** What can be analysed with it. */
  readonly analysedObjectTypes: readonly string[];
  readonly languages: readonly LanguageCode[];
  /** How authors are shown unless the moderator decides otherwise. */
  readonly display: BoardDisplay;
  readonly certainty: string;
}

const DISPLAYS: Readonly<Record<string, BoardDisplay>> = { STAKEHOLDER_TYPE: "group" };

const templates: readonly BoardTemplate[] = [swotTemplate].map((template) => ({
  id: template.id,
  version: template.template_version,
  kind: template.kind,
  name: template.name,
  purpose: template.purpose,
  participants: template.participants,
  analysedObjectTypes: template.analysed_object.types,
  languages: template.default_policies.languages.filter(isLanguageCode),
  display: DISPLAYS[template.default_policies.author_display] ?? "group",
  certainty: template.confidence,
}));

/** The templates of every board kind. */
export function boardTemplates(): readonly BoardTemplate[] {
  return templates;
}
