import example from "@tavolo/schema/boards/swot/example.json" with { type: "json" };
import {
  inLanguage,
  isLanguageCode,
  type LanguageCode,
  STAKEHOLDER_GROUPS,
  type StakeholderGroup,
  SWOT_SECTION_KEYS,
  type SwotSection,
} from "@tavolo/schema";
import type { LocalisedText } from "../database/localised-text.ts";
import type { OrganisationType } from "../organisations/organisation.entity.ts";
import { written, type WrittenText } from "./written-text.ts";

/** What the example calls a stakeholder type, as a type of organisation. */
const ORGANISATION_TYPES: Readonly<Record<string, OrganisationType>> = {
  municipality: "municipality",
  cso: "cso",
  community: "community",
  academia: "university",
  resident: "community",
  region: "region",
};

interface DemoSeat {
  readonly code: string;
  readonly displayName: string;
  readonly language: LanguageCode;
  readonly stakeholderGroup: StakeholderGroup | null;
  readonly organisation: string | null;
}

interface DemoNote extends WrittenText {
  readonly code: string;
  readonly section: SwotSection;
  /** The section it was first put into, where the workshop moved it later. */
  readonly firstSection: SwotSection;
  readonly factor: string;
  readonly charterArticles: readonly string[];
  readonly author: string;
  readonly at: Date;
}

interface DemoCluster extends WrittenText {
  readonly code: string;
  readonly section: SwotSection;
  readonly notes: readonly string[];
}

const { analysed_object: object, board, participants, phases_actual: phases, project } = example;

/** The language in which moderators named things; the workshop is set in an Italian city. */
const HOUSE_LANGUAGE = "it";

const members: readonly DemoSeat[] = participants.map((participant) => ({
  code: participant.id,
  displayName: participant.pseudonym,
  language: languageOf(participant.language),
  stakeholderGroup: memberOf(STAKEHOLDER_GROUPS, participant.stakeholder_type),
  organisation: participant.organisation_id,
}));

const moderators: readonly DemoSeat[] = example.moderators.map((moderator) => ({
  code: moderator.id,
  displayName: inLanguage(moderator.label, HOUSE_LANGUAGE),
  language: HOUSE_LANGUAGE,
  stakeholderGroup: null,
  organisation: null,
}));

const notes: readonly DemoNote[] = example.notes.map((note) => {
  const section = memberOf(SWOT_SECTION_KEYS, note.section);
  const moved = note.history?.find(({ event }) => event === "moved");
  return {
    ...written(note.text, languageOf(note.original_language)),
    code: note.id,
    section,
    firstSection: moved ? memberOf(SWOT_SECTION_KEYS, moved.from) : section,
    factor: note.factor,
    charterArticles: note.standards,
    author: note.author_participant_id,
    at: new Date(note.created_at),
  };
});

const clusters: readonly DemoCluster[] = example.clusters.map((cluster) => ({
  ...written(cluster.title, HOUSE_LANGUAGE),
  code: cluster.id,
  section: memberOf(SWOT_SECTION_KEYS, cluster.section),
  notes: cluster.note_ids,
}));

/** The workshop that the demonstration replays; what Tavolo has no feature for is left out. */
export const exampleWorkshop = {
  language: HOUSE_LANGUAGE satisfies LanguageCode,
  project: {
    name: project.name,
    city: project.city.name,
    country: project.city.country,
    population: project.city.population,
  },
  analysedObject: { name: object.name, description: object.description },
  organisations: example.organisations.map(({ id, name, type }) => ({
    code: id,
    name: name as LocalisedText,
    type: ORGANISATION_TYPES[type] ?? "other",
  })),
  title: board.title as LocalisedText,
  templateId: board.template_id,
  templateVersion: board.template_version,
  heldOn: board.held_on,
  place: board.place as LocalisedText,
  members,
  moderators,
  notes,
  clusters,
  /** When a phase began: minutes are told, and the first note came when the silent writing began. */
  phaseBegan: (phase: string): Date => {
    const minutes = (upTo: string) =>
      phases
        .slice(
          0,
          phases.findIndex(({ id }) => id === upTo),
        )
        .reduce((sum, { actual }) => sum + actual, 0);
    const firstNote = Math.min(...notes.map(({ at }) => at.getTime()));
    return new Date(firstNote + (minutes(phase) - minutes("silent")) * 60_000);
  },
} as const;

function languageOf(code: string): LanguageCode {
  if (!isLanguageCode(code)) throw new Error(`The example is written in an unknown language: ${code}.`);
  return code;
}

function memberOf<Value extends string>(known: readonly Value[], value: string): Value {
  const found = known.find((candidate) => candidate === value);
  if (found === undefined) throw new Error(`The example has an unknown value: ${value}.`);
  return found;
}
