// Decorators and registrations run when a file is read, which may be before the schema is assembled.
import "reflect-metadata";
import type { Role, StakeholderGroup as Group } from "@tavolo/schema";
import { registerEnumType } from "type-graphql";
import type { DocumentPart } from "../exports/document-parts.ts";

/** Registers an enum whose every value carries a description; keys are the GraphQL names. */
export const describedEnum = <const Values extends Record<string, readonly [value: string, meaning: string]>>(
  name: string,
  description: string,
  values: Values,
): { readonly [Key in keyof Values]: Values[Key][0] } => {
  const entries = Object.entries(values);
  const members = Object.fromEntries(entries.map(([key, [value]]) => [key, value]));
  registerEnumType(members, {
    name,
    description,
    valuesConfig: Object.fromEntries(entries.map(([key, [, meaning]]) => [key, { description: meaning }])),
  });
  return members as { readonly [Key in keyof Values]: Values[Key][0] };
};

export const RoleEnum = describedEnum("Role", "What a participant may do.", {
  MODERATOR: [
    "moderator",
    "Leads: creates workshops and boards, invites, sets roles, freezes; edits anything.",
  ],
  CONTRIBUTOR: ["contributor", "Writes notes and clusters on open boards."],
  OBSERVER: ["observer", "Reads and exports, writes nothing."],
}) satisfies Record<string, Role>;

export const GuestRole = describedEnum("GuestRole", "What an invitation or an access token may grant.", {
  CONTRIBUTOR: ["contributor", "Writes notes and clusters on open boards."],
  OBSERVER: ["observer", "Reads and exports, writes nothing."],
});

export const TokenScopeEnum = describedEnum("TokenScope", "What an access token is for.", {
  READ: ["read", "Reads and exports the project’s boards, writes nothing."],
  WRITE: ["write", "Reads, and writes notes and clusters on open boards."],
});

export const StakeholderGroup = describedEnum("StakeholderGroup", "The side of the table someone sits at.", {
  MUNICIPALITY: ["municipality", "A local authority."],
  CSO: ["cso", "A civil-society organisation."],
  COMMUNITY: ["community", "A community group."],
  ACADEMIA: ["academia", "A university or research body."],
  RESIDENT: ["resident", "A resident, speaking for themselves."],
  REGION: ["region", "A regional authority."],
  OTHER: [
    "other",
    "Several groups of fewer than five people each, shown together so that nobody stands out. Never an input.",
  ],
}) satisfies Record<string, Group | "other">;

export const OrganisationTypeEnum = describedEnum(
  "OrganisationType",
  "What kind of body an organisation is.",
  {
    MUNICIPALITY: ["municipality", "A municipality or one of its offices."],
    METROPOLITAN_AUTHORITY: ["metropolitan_authority", "A metropolitan or provincial authority."],
    REGION: ["region", "A regional authority."],
    NATIONAL_AUTHORITY: ["national_authority", "A national authority."],
    EQUALITY_BODY: ["equality_body", "An equality body or ombuds institution."],
    CITY_NETWORK: ["city_network", "A network of cities."],
    CSO: ["cso", "A civil-society organisation."],
    CSO_NETWORK: ["cso_network", "A network of civil-society organisations."],
    COMMUNITY: ["community", "A community group without legal form."],
    UNIVERSITY: ["university", "A university or research body."],
    OTHER: ["other", "Any other body."],
  },
);

export const AnalysedObjectTypeEnum = describedEnum(
  "AnalysedObjectType",
  "What kind of thing a board looks at.",
  {
    CIVIC_SPACE: ["civic_space", "A place or arena where people meet and act together."],
    SERVICE: ["service", "A public service."],
    POLICY: ["policy", "A policy, plan or rule."],
    NETWORK: ["network", "A network of people or bodies."],
  },
);

export const BoardState = describedEnum("BoardState", "Whether a board’s content can change.", {
  OPEN: ["open", "Content can be written."],
  FROZEN: ["frozen", "Content can be read and exported, not changed; a moderator may reopen the board."],
});

export const Editing = describedEnum("Editing", "Who may change an item that somebody else added.", {
  EVERYONE: ["everyone", "Every contributor edits every item."],
  OWN: ["own", "Contributors edit only what they added; moderators edit everything."],
});

export const Display = describedEnum(
  "Display",
  "What a board shows about who wrote what, to everyone alike.",
  {
    NAMED: ["named", "Display name and stakeholder group."],
    GROUP: ["group", "The stakeholder group only, groups below five people merged."],
    ANONYMOUS: ["anonymous", "Nothing."],
  },
);

export const BoardEventTypeEnum = describedEnum("BoardEventType", "What can happen on a board.", {
  NOTE_ADDED: ["notes/item.added", "Somebody added a note."],
  NOTE_CHANGED: [
    "notes/item.changed",
    "Somebody changed what a note says or carries; frequent while people type.",
  ],
  NOTE_MOVED: ["notes/item.moved", "Somebody moved a note."],
  NOTE_REMOVED: ["notes/item.removed", "Somebody put a note into the bin."],
  NOTE_RESTORED: ["notes/item.restored", "Somebody took a note back from the bin."],
  CLUSTER_ADDED: ["clusters/item.added", "Somebody added a cluster."],
  CLUSTER_CHANGED: ["clusters/item.changed", "Somebody changed a cluster; frequent while people type."],
  CLUSTER_MOVED: ["clusters/item.moved", "Somebody moved a cluster."],
  CLUSTER_REMOVED: ["clusters/item.removed", "Somebody put a cluster into the bin."],
  CLUSTER_RESTORED: ["clusters/item.restored", "Somebody took a cluster back from the bin."],
  ITEM_ADDED: ["items/item.added", "Somebody added an item of a board that is no SWOT."],
  ITEM_CHANGED: ["items/item.changed", "Somebody changed such an item; frequent while people type."],
  ITEM_MOVED: ["items/item.moved", "Somebody moved such an item."],
  ITEM_REMOVED: ["items/item.removed", "Somebody put such an item into the bin."],
  ITEM_RESTORED: ["items/item.restored", "Somebody took such an item back from the bin."],
  ITEM_DECIDED: ["items/item.decided", "Somebody decided about such an item, or said how far they agree."],
  BOARD_FROZEN: ["/board.frozen", "A moderator froze the board."],
  BOARD_REOPENED: ["/board.reopened", "A moderator opened the board again."],
  BOARD_ARCHIVED: ["/board.archived", "A moderator put the board into the archive, or all of its workshop."],
  BOARD_RESTORED: ["/board.restored", "A moderator took the board back from the archive."],
  BOARD_POLICY_CHANGED: ["/board.policy", "A moderator changed who edits what, or what is shown of writers."],
});

export const SwotSection = describedEnum("SwotSection", "A field of the SWOT matrix.", {
  STRENGTHS: ["S", "Internal and helpful."],
  WEAKNESSES: ["W", "Internal and harmful."],
  OPPORTUNITIES: ["O", "External and helpful."],
  THREATS: ["T", "External and harmful."],
});

export const MatrixColumn = describedEnum("MatrixColumn", "The helpful–harmful axis of the matrix.", {
  HELPFUL: ["helpful", "Helps the analysed object."],
  HARMFUL: ["harmful", "Hinders the analysed object."],
});

export const MatrixRow = describedEnum("MatrixRow", "The internal–external axis of the matrix.", {
  INTERNAL: ["internal", "Lies within the analysed object."],
  EXTERNAL: ["external", "Comes from around the analysed object."],
});

export const PaperColour = describedEnum(
  "PaperColour",
  "The colour of a note’s paper; it carries no meaning of its own.",
  {
    PAPER: ["paper", "White paper."],
    BUTTER: ["butter", "Pale yellow."],
    ROSE: ["rose", "Pale pink."],
    SAGE: ["sage", "Pale green."],
    SKY: ["sky", "Pale blue."],
  },
);

export const TranslationStatus = describedEnum("TranslationStatus", "Where a translation comes from.", {
  HUMAN: ["human", "Written or checked by a person."],
  MACHINE: ["machine", "Made by a machine and not checked yet."],
});

export const ReadOnlyReason = describedEnum("ReadOnlyReason", "Why the viewer cannot write on a board.", {
  ARCHIVED: ["ARCHIVED", "The board lies in the archive."],
  FROZEN: ["FROZEN", "The board is frozen."],
  OBSERVER: ["OBSERVER", "The viewer is an observer."],
});

export const ParticipantKindEnum = describedEnum("ParticipantKind", "Who sits on a seat.", {
  HUMAN: ["human", "A person."],
  INTEGRATION: ["integration", "A program with an access token."],
});

export const SeatStateEnum = describedEnum("SeatState", "How a seat stands.", {
  SEATED: ["seated", "Taken: its holder takes part."],
  WAITING: ["waiting", "Asked for: a moderator has to admit its holder first."],
  DECLINED: ["declined", "Asked for, and a moderator said no."],
  REMOVED: ["removed", "A moderator took it away; it can be given back."],
});

export const ViewerKind = describedEnum("ViewerKind", "Who makes the request.", {
  PERSON: ["person", "A person with a session."],
  INTEGRATION: ["integration", "A program with an access token."],
  ANONYMOUS: ["anonymous", "Nobody who is known."],
});

export const ExportFormat = describedEnum("ExportFormat", "A form in which a board can be taken away.", {
  JSON: ["json", "The matrix in the shape of this API."],
  CSV: ["csv", "One tidy table, a row for each note."],
  DOCX: ["docx", "A Word document to hand in: cover, summary, matrix, all notes, annex."],
});

export const DocumentPartEnum = describedEnum(
  "DocumentPart",
  "A part of a document that may be left out; cover and contents are always there.",
  {
    SUMMARY: ["summary", "How much was written and what most of it speaks of."],
    PARTICIPANTS: ["participants", "How many took part, by stakeholder group."],
    METHOD: ["method", "Template, questions, rules, dates."],
    FIGURES: ["figures", "Sums, profiles and findings by the rules of the method, where it has such."],
    MATRIX: ["matrix", "The board at a glance on one page, where its method has such a picture."],
    NOTES: ["notes", "Every item once: notes under their group, rows in their section."],
    RIGHTS: ["rights", "Standards, and a SWOT’s local factors, with the items that cite them."],
    WORDINGS: ["wordings", "Notes as they were written, and translations into other languages."],
    ABOUT: ["about", "Revision, content hash, what is told of people."],
  },
) satisfies Record<string, DocumentPart>;

export const ContentEncoding = describedEnum("ContentEncoding", "How a file’s bytes stand in a text.", {
  TEXT: ["text", "The file is text in UTF-8 and stands as it is."],
  BASE64: ["base64", "The file’s bytes in Base64."],
});
