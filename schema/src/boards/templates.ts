import type { BoardDisplay } from "../people/display.ts";
import { isLanguageCode, type LanguageCode } from "../reference/languages.ts";
import type { LocalisedText } from "../reference/localised-text.ts";
import { OPENABLE_KINDS } from "./board-kinds.ts";
import { templateFiles, type TemplateFile } from "./template-files.ts";

/** What a new board can start from. */
export interface BoardTemplate {
  readonly id: string;
  readonly version: number;
  /** The board kind it makes. */
  readonly kind: string;
  /** Whether boards can be made of it: whether its kind can be opened in the product, see `OPENABLE_KINDS`. */
  readonly offered: boolean;
  readonly name: LocalisedText;
  readonly purpose: LocalisedText;
  /** How many people it is made for, and out of which groups where that matters. */
  readonly participants: {
    readonly min: number;
    readonly ideal: number;
    readonly max: number;
    readonly mix: LocalisedText | null;
  };
  /** What can be analysed with it; nothing in particular where the list is empty. */
  readonly analysedObjectTypes: readonly string[];
  /** Ids of the standards that it leans on. */
  readonly frameworks: readonly string[];
  readonly languages: readonly LanguageCode[];
  /** How authors are shown unless the moderator decides otherwise. */
  readonly display: BoardDisplay;
  /** Whether its boards are for named people only unless the moderator decides otherwise. */
  readonly restricted: boolean;
  readonly certainty: string;
}

const DISPLAYS: Readonly<Record<string, BoardDisplay>> = { STAKEHOLDER_TYPE: "group" };

const templates: readonly BoardTemplate[] = templateFiles.map(({ kind, file }) => ({
  id: file.id,
  version: file.template_version,
  kind,
  offered: OPENABLE_KINDS.has(kind),
  name: file.name,
  purpose: file.purpose,
  participants: participantsOf(file),
  analysedObjectTypes: file.analysed_object?.types ?? [],
  frameworks: file.frameworks,
  languages: file.default_policies.languages.filter(isLanguageCode),
  display: DISPLAYS[file.default_policies.author_display] ?? "group",
  restricted: file.default_visibility === "RESTRICTED",
  certainty: file.confidence,
}));

/** The templates of every board kind, also of those that are not offered yet. */
export function boardTemplates(): readonly BoardTemplate[] {
  return templates;
}

function participantsOf({ participants }: TemplateFile): BoardTemplate["participants"] {
  const { min, ideal, max, mix } = participants;
  return { min, ideal, max, mix: mix ?? null };
}
