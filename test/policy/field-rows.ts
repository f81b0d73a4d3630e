import { boardKinds, MONITORING_KINDS, readDecisions } from "@tavolo/schema";
import { boardTypeName, itemTypeName, pageName } from "@tavolo/server/kinds/type-names.ts";
import { type Asker, askers, type FieldPlace } from "./field-place.ts";

/**
 * What a field says to somebody who has come to its object: “answered”, or “null”. Where nobody comes to the
 * object: “none” (the list is empty, the field before it null), or the code that refuses them.
 */
export type Outcomes = Readonly<Record<Asker, string>>;

const table = [
  "moderator",
  "contributor",
  "observer",
  "writing program",
  "reading program",
] as const satisfies Asker[];
const persons = [
  "moderator",
  "contributor",
  "observer",
  "neighbour",
  "stranger",
  "waiting",
  "removed",
] as const satisfies Asker[];
const programs = ["writing program", "reading program"] as const satisfies Asker[];

const accountHolders = ["moderator", "neighbour", "stranger"] as const satisfies Asker[];

const outcomes = (
  answered: readonly Asker[],
  otherwise: string,
  but: Partial<Record<Asker, string>> = {},
): Outcomes =>
  Object.fromEntries(
    askers.map((asker) => [asker, answered.includes(asker) ? "answered" : (but[asker] ?? otherwise)]),
  ) as Outcomes;

// Who comes to an object at all.
const everybody = outcomes(askers, "");
/** Whoever sits at the table; to others it does not exist. */
const seated = (hidden: string) => outcomes(table, hidden, { nobody: "UNAUTHENTICATED" });
/** Its moderators; the others at the table are told nothing, or refused. */
const moderated = (hidden: string, others = "none"): Outcomes => ({
  ...seated(hidden),
  ...Object.fromEntries(table.map((asker) => [asker, asker === "moderator" ? "answered" : others])),
});
/** A person about themselves: programs have nothing held on them. */
const oneself = outcomes(persons, "FORBIDDEN", { nobody: "UNAUTHENTICATED" });
const only = (...who: readonly Asker[]) => outcomes(who, "none");

/** To whom of those who come to an object a field is answered; the others get null. */
export const audiences = {
  answered: everybody,
  moderators: outcomes(["moderator"], "null"),
  atTheTable: outcomes(table, "null"),
  known: outcomes(
    askers.filter((asker) => asker !== "nobody"),
    "null",
  ),
  waiting: outcomes(["waiting", "removed"], "null"),
  /** Whoever moderates something, wherever that is, has an account. */
  accountHolders: outcomes(accountHolders, "null"),
  /** To nobody: withheld by the display policy, or there is nothing to say in this place. */
  withheld: outcomes([], "null"),
  /** Null as long as it is in use, then as `answered`; asked a second time once all lies in the archive. */
  inTheArchive: outcomes([], "null"),
  /** Asked for by an id that this board does not hold. */
  elsewhere: outcomes([], "ITEM_NOT_FOUND"),
  /** One’s own, and not everybody has it. */
  perhaps: null,
} as const satisfies Record<string, Outcomes | null>;
export type Audience = keyof typeof audiences;

/** One way to the objects of a type, and what each of their fields says to whom. */
export interface FieldRow {
  /** A root field and what leads on from it, as in a document; `... on` narrows. */
  readonly path: (place: FieldPlace) => readonly string[];
  readonly through?: "subscription";
  readonly reach: Outcomes;
  /** Every field of the type, by its audience. */
  readonly fields: Partial<Readonly<Record<Audience, string>>>;
}

type Path = FieldRow["path"];
type Fields = FieldRow["fields"];
const row = (reach: Outcomes, path: Path, fields: Fields): FieldRow => ({ path, reach, fields });
const followed = (reach: Outcomes, path: Path, fields: Fields): FieldRow => ({
  path,
  reach,
  fields,
  through: "subscription",
});

/** A way that begins with another. */
const from =
  (start: Path, ...more: string[]): Path =>
  (place) => [...start(place), ...more];

const project: Path = ({ projectId }) => [`project(id: "${projectId}")`];
const workshop: Path = ({ workshopId }) => [`workshop(id: "${workshopId}")`];
const board: Path = ({ boardId }) => [`board(id: "${boardId}")`];
const note = from(board, "notes(first: 5)", "nodes");
const cluster = from(board, "clusters(first: 5)", "nodes");
const invite: Path = ({ inviteCode }) => [`invite(code: "${inviteCode}")`];
const origins = from(cluster, "origins(first: 5)");
const trace: Path = ({ boardId, clusterId }) => [
  `trace(boardId: "${boardId}", collection: "clusters", id: "${clusterId}")`,
];
const coverage: Path = ({ projectId }) => [`coverage(projectId: "${projectId}", framework: "eu-charter")`];
const found: Path = () => ['search(text: "kingfisher")'];
const items: Path = () => ['items(filter: { text: "kingfisher" })'];
const ownSeats: Path = () => ["ownData", "seats"];
const signedNote =
  (which: "named" | "grouped" | "anonymous", ...more: string[]): Path =>
  (place) => [`board(id: "${place[which]}")`, ...more];

/** Whoever sits at any of its workshops sees the project. */
const inProject: Outcomes = { ...seated("PROJECT_NOT_FOUND"), neighbour: "answered" };
const moderatedProject: Outcomes = { ...moderated("PROJECT_NOT_FOUND"), neighbour: "none" };
const atWorkshop = seated("WORKSHOP_NOT_FOUND");
const atBoard = seated("BOARD_NOT_FOUND");
/** What is gathered from all boards of whoever asks: others find it empty. */
const onSomeBoard = seated("none");

/** A page of a list: as its field, the objects as its nodes. */
const page = (
  name: string,
  reach: Outcomes,
  path: Path,
  edges = reach,
): Record<string, readonly FieldRow[]> => ({
  [`${name}Connection`]: [row(reach, path, { answered: "edges nodes pageInfo totalCount" })],
  [`${name}Edge`]: [row(edges, from(path, "edges"), { answered: "cursor node" })],
});

/** What happened on a board; each kind is followed for itself. */
const event = (
  name: string,
  fields: string,
  boardOf: (place: FieldPlace) => string | undefined = ({ eventful }) => eventful,
): Record<string, readonly FieldRow[]> => {
  const kind = name.replace(/(?!^)[A-Z]/g, "_$&").toUpperCase();
  const path: Path = (place) => [
    `boardEvents(boardId: "${boardOf(place)}", after: 0, types: [${kind}])`,
    `... on ${name}`,
  ];
  return { [name]: [followed(atBoard, path, { answered: `actor at number revision ${fields}` })] };
};

const itemEvent = (name: string, fields: string) =>
  event(name, fields, ({ kinds }) => kinds["pestel"]?.boardId);

/** What an item of any kind answers. */
const itemFields =
  "author board citedBy collection createdAt excerpt id kind language origins provisionIds removed results revision sectionKey updatedAt updatedBy";
const noteFields = `${itemFields} affected charterArticles cluster colour evidence factor position rank section text translations`;
const clusterFields = `${itemFields} name noteCount notes position rank section translations`;
const templateFields =
  "content display frameworkIds id kind name names offered ownSections participants purpose purposes sections version";
const sectionFields =
  "colourToken column columnName guidingQuestions icon key name names row rowName sectionKey";

/** What every board answers, whatever its kind; on a board that was neither copied nor frozen the rest is null. */
const boardFields =
  "clusters content counts createdAt decisions display documentName editing eventNumber generation id kind language notes participants project revision sections stakeholderCounts state template title titles viewer workshop";

const onKind =
  (kind: string, ...more: string[]): Path =>
  ({ kinds }) => [`board(id: "${kinds[kind]?.boardId}")`, `... on ${boardTypeName(kind)}`, ...more];
const itemsOf = (kind: string, collection: string, ...more: string[]): Path =>
  onKind(kind, `${pageName(kind, collection)}(first: 5)`, "nodes", ...more);

const indicator = (...more: string[]): Path => itemsOf("monitoring_tool", "indicators", ...more);

/** The types that are derived from the declared kinds: their boards, and what stands on them with every field filled. */
const kindRows: Readonly<Record<string, readonly FieldRow[]>> = Object.fromEntries(
  [...boardKinds.values()]
    .filter(({ kind }) => kind !== "swot")
    .flatMap((definition) => {
      const { kind, collections } = definition;
      const pages = Object.keys(collections).map((collection) => pageName(kind, collection));
      const ofItems = Object.entries(collections).flatMap(([collection, declared]) => {
        const name = itemTypeName(definition, collection);
        const { fields, computed = {} } = declared;
        const indicators = MONITORING_KINDS.includes(kind);
        // On the first tool somebody has spoken, so that its objections are counted.
        const decided = readDecisions(declared, kind === "monitoring_tool" ? { objections: 0 } : null);
        const isNull = (field: string) =>
          (field === "sectionKey" && !fields["section"]) ||
          (field === "language" && !fields["language"]) ||
          field === "versionInUse" ||
          decided[field] === null;
        const all = new Set([
          ...itemFields.split(" "),
          ...(declared.decided ? ["history"] : []),
          ...(indicators ? ["agreement", "breaks", "versionInUse"] : []),
          ...[fields, decided, computed].flatMap((some) => Object.keys(some)),
        ]);
        const told = {
          answered: [...all].filter((field) => !isNull(field)).join(" "),
          withheld: [...all].filter(isNull).join(" "),
        };
        return [
          [name, [row(atBoard, itemsOf(kind, collection), told)]] as const,
          ...Object.entries(page(name, atBoard, onKind(kind, pageName(kind, collection)))),
        ];
      });
      const told = {
        answered: [boardFields, ...pages].join(" "),
        withheld: "analysedObject copiedFrom stateChangedAt stateReason templateContent",
        elsewhere: "cluster note",
        inTheArchive: "archivedAt",
      };
      return [[boardTypeName(kind), [row(atBoard, onKind(kind), told)]] as const, ...ofItems];
    }),
);

/**
 * Every type that a reader can come to, by a documented way, and who is told what of each of its fields. A new
 * type or field needs its place here; what a mutation answers belongs to whoever its row lets in (`role-rows.ts`).
 */
export const fieldRows: Readonly<Record<string, readonly FieldRow[]>> = {
  // For everybody, whoever they are.
  Template: [
    row(everybody, () => ["templates"], {
      answered: templateFields,
      withheld: "archivedAt baseTemplateId",
    }),
    row(inProject, from(project, "templates"), {
      answered: `${templateFields} baseTemplateId`,
      withheld: "archivedAt",
    }),
    row(inProject, from(project, "templates(archived: true)"), {
      answered: `${templateFields} archivedAt baseTemplateId`,
    }),
  ],
  TemplateParticipants: [
    row(everybody, () => ["templates", "participants"], { answered: "ideal max min mix" }),
  ],
  TemplateContent: [
    row(everybody, () => ["templates", "content"], { answered: "columns sections" }),
    row(atBoard, from(board, "templateContent"), { answered: "columns sections" }),
  ],
  TemplateSectionContent: [
    row(everybody, () => ["templates", "content", "sections"], { answered: "guidingQuestions key names" }),
  ],
  LocalizedWords: [
    row(everybody, () => ["templates", "content", "sections", "guidingQuestions"], { answered: "texts" }),
  ],
  TemplateColumnContent: [
    row(inProject, from(project, "templates", "content", "columns"), {
      answered: "collection field labels shown",
    }),
  ],
  TemplateSection: [row(everybody, () => ["templates", "sections"], { answered: sectionFields })],
  CharterArticle: [
    row(everybody, () => ["charterArticles"], { answered: "code name names number provision title" }),
    row(atBoard, from(note, "charterArticles"), { answered: "code name names number provision title" }),
  ],
  CharterTitle: [
    row(everybody, () => ["charterArticles", "title"], { answered: "code name names number roman" }),
  ],
  LocalFactor: [
    row(everybody, () => ["localFactors"], { answered: "code name names" }),
    row(atBoard, from(note, "factor"), { answered: "code name names" }),
  ],
  Framework: [
    row(everybody, () => ["frameworks"], {
      answered:
        "about certainties certaintyNote id levels name names provisions shortName source sourceUrl version",
    }),
    row(everybody, () => ['framework(id: "sdg")'], {
      answered: "about certainties certaintyNote id levels name names provisions shortName source version",
      withheld: "sourceUrl",
    }),
  ],
  FrameworkLevel: [row(everybody, () => ["frameworks", "levels"], { answered: "isCitable key name names" })],
  CertaintyCount: [
    row(everybody, () => ["frameworks", "certainties"], { answered: "certainty count language" }),
  ],
  Provision: [
    row(everybody, () => ['provision(id: "SDG-11")'], {
      answered: "citation description framework id label level number related tags title titles",
      withheld: "parent",
    }),
    row(everybody, () => ['provision(id: "OHCHR-housing-1")'], {
      answered: "citation framework id level parent related tags title titles",
      withheld: "description label number",
    }),
    row(atBoard, from(note, "charterArticles", "provision"), {
      answered: "citation framework id label level number parent related tags title titles",
      withheld: "description",
    }),
  ],
  ProvisionTag: [row(everybody, () => ['provision(id: "CFR-12")', "tags"], { answered: "key name names" })],
  ProvisionTitle: [
    row(everybody, () => ['provision(id: "CFR-12")', "titles"], { answered: "certainty language text" }),
  ],
  ...page("Provision", everybody, () => ["provisions"]),
  LocalizedText: [row(everybody, () => ["templates", "names"], { answered: "language text" })],
  SignInOptions: [
    row(everybody, () => ["signInOptions"], {
      answered: "minimumPasswordLength sendsMail",
      withheld: "providerName",
    }),
  ],

  // For whoever holds the code or the link.
  InvitePreview: [
    row(everybody, invite, {
      answered:
        "boards expiresAt heldOn invitedBy needsApproval organisations participantCount place projectName role stakeholderGroups workshopTitle workshopTitles",
      atTheTable: "viewerParticipant",
      waiting: "viewerRequest",
    }),
  ],
  InvitedBoard: [row(everybody, from(invite, "boards"), { answered: "display id state title" })],
  SeatRequest: [
    row(only("waiting", "removed"), from(invite, "viewerRequest"), {
      answered: "displayName id state workshopTitle",
    }),
  ],
  ModeratorInvitationPreview: [
    row(everybody, ({ moderatorToken }) => [`moderatorInvitation(token: "${moderatorToken}")`], {
      answered: "email expiresAt hasAccount invitedBy projectName",
    }),
  ],
  GroupChoice: [
    row(everybody, from(invite, "stakeholderGroups"), { answered: "group label labels offered" }),
    row(inProject, from(project, "stakeholderGroups"), { answered: "group label labels offered" }),
  ],
  Organisation: [
    row(everybody, from(invite, "organisations"), {
      answered: "id name names type",
      moderators: "speakerCount",
    }),
    row(inProject, from(project, "organisations"), {
      answered: "id name names type",
      moderators: "speakerCount",
    }),
  ],

  // For oneself.
  Viewer: [
    row(everybody, () => ["viewer"], {
      answered: "canCreateProjects kind participations sessions",
      known: "displayName language",
      accountHolders: "account",
    }),
  ],
  Account: [
    row(only(...accountHolders), () => ["viewer", "account"], {
      answered: "asksForPassword emailConfirmed hasPassword isAdministrator usesProvider",
      perhaps: "email",
    }),
  ],
  Session: [
    row(only(...persons), () => ["viewer", "sessions"], {
      answered: "expiresAt id isCurrent lastSeenAt startedAt startedBy",
      perhaps: "device",
    }),
  ],
  OwnData: [
    row(oneself, () => ["ownData"], { answered: "createdAt language seats sessionCount displayName" }),
  ],
  OwnSeat: [
    row(oneself, ownSeats, {
      answered:
        "clusterCount displayName editCount id items joinedAt language noteCount projectId projectName role state",
      perhaps: "consent organisationName stakeholderGroup workshopTitle",
    }),
  ],
  OwnItem: [
    row({ ...only("moderator", "contributor"), ...noPersons() }, from(ownSeats, "items"), {
      answered: "boardId boardTitle createdAt id isRemoved text",
    }),
  ],
  Consent: [
    row({ ...only("waiting"), ...noPersons() }, from(ownSeats, "consent"), {
      answered: "at language version",
      perhaps: "display",
    }),
  ],

  // For those at the table.
  Project: [
    row(inProject, project, {
      answered:
        "analysedObjects boards city country createdAt description id language name names organisations population stakeholderCounts stakeholderGroups templates viewerPermissions viewerRole workshops",
      moderators: "apiTokens moderatorInvitations participants",
      inTheArchive: "archivedAt",
    }),
  ],
  Permissions: [
    row(inProject, from(project, "viewerPermissions"), {
      answered:
        "canArchive canCreateBoard canCreateWorkshop canInvite canManageApiTokens canManageParticipants canUpdate canUpdateTemplates",
    }),
    row(atWorkshop, from(workshop, "viewerPermissions"), {
      answered:
        "canArchive canCreateBoard canCreateWorkshop canInvite canManageApiTokens canManageParticipants canUpdate canUpdateTemplates",
    }),
  ],
  AnalysedObject: [
    row(inProject, from(project, "analysedObjects"), { answered: "description id name names type" }),
  ],
  StakeholderCount: [
    row(inProject, from(project, "stakeholderCounts"), { answered: "count groups stakeholderGroup" }),
    row(atBoard, from(board, "stakeholderCounts"), { answered: "count groups stakeholderGroup" }),
  ],
  Workshop: [
    row(atWorkshop, workshop, {
      answered: "boards createdAt heldOn id language place project title titles viewerPermissions viewerRole",
      moderators: "invites participants",
      inTheArchive: "archivedAt",
    }),
  ],
  SwotBoard: [
    row(atBoard, board, {
      answered: `${boardFields} analysedObject cluster copiedFrom note stateChangedAt stateReason templateContent`,
      inTheArchive: "archivedAt",
    }),
  ],
  ...kindRows,
  BoardViewer: [
    row(atBoard, from(board, "viewer"), {
      answered:
        "canArchive canDuplicate canFreeze canMove canReopen canUpdate canWrite participantId readOnlyReason role",
    }),
  ],
  BoardCounts: [row(atBoard, from(board, "counts"), { answered: "clusters items notes" })],
  BoardOrigin: [row(atBoard, from(board, "copiedFrom"), { answered: "board revision" })],
  Section: [row(atBoard, from(board, "sections"), { answered: `${sectionFields} itemCount noteCount` })],
  Note: [
    row(atBoard, note, { answered: noteFields }),
    row(onSomeBoard, from(found, "notes"), { answered: noteFields }),
    row(onSomeBoard, from(items, "nodes", "... on Note"), { answered: noteFields }),
  ],
  Cluster: [row(atBoard, cluster, { answered: clusterFields })],
  Money: [row(atBoard, itemsOf("action_plan", "actions", "budget"), { answered: "currency minor" })],
  NamedOrganisation: [
    row(atBoard, itemsOf("action_plan", "actions", "owner"), { answered: "name", withheld: "id" }),
  ],
  ItemLink: [
    row(atBoard, itemsOf("action_plan", "actions", "comesFrom"), {
      answered: "board collection item kind text",
    }),
  ],
  TraceLink: [
    row(atBoard, from(origins, "nodes"), {
      answered: "address field isOwn kind label state target text",
    }),
    row(atBoard, itemsOf("action_plan", "actions", "origins(first: 5)", "nodes"), {
      answered: "address field isOwn kind label state text",
      withheld: "target",
    }),
  ],
  ...page("TraceLink", atBoard, origins),
  ItemAddress: [row(atBoard, from(origins, "nodes", "address"), { answered: "boardId collection id" })],
  Citations: [row(atBoard, from(note, "citedBy"), { answered: "links total" })],
  ItemCitations: [
    row(
      atBoard,
      ({ boardId, noteId }) => [
        `citations(boardId: "${boardId}", items: [{ collection: "notes", id: "${noteId}" }])`,
      ],
      { answered: "collection id links total" },
    ),
  ],
  Trace: [row(atBoard, trace, { answered: "edges isCut nodes" })],
  TraceNode: [row(atBoard, from(trace, "nodes"), { answered: "address distance item key kind state text" })],
  TraceEdge: [row(atBoard, from(trace, "edges"), { answered: "field from label to" })],
  ProvisionCoverage: [row(inProject, from(coverage, "nodes"), { answered: "itemCount provision" })],
  ...page("ProvisionCoverage", inProject, coverage),
  PairScore: [row(atBoard, itemsOf("tows", "factors", "scores"), { answered: "against group score" })],
  BreakdownPart: [
    row(atBoard, itemsOf("gender_balance_sheet", "lines", "age"), { answered: "label part value" }),
  ],
  DecidedItem: [
    row(atBoard, onKind("monitoring_tool", "decisions"), {
      answered: "collection itemId revision updatedAt values",
    }),
  ],
  IndicatorAgreement: [
    row(atBoard, indicator("agreement"), {
      answered: "agreedWith blocks civilSociety dissent dutyBearer missing voices",
    }),
  ],
  AgreementVoice: [
    row(atBoard, indicator("agreement", "voices"), {
      answered: "at author isAboutThisDefinition reason revision value",
      withheld: "organisation",
    }),
  ],
  ItemDecision: [
    row(atBoard, indicator("history(first: 5)", "nodes"), {
      answered: "act actor agreement at field from reason revision sourceConfirmed to version",
      withheld: "definition dutyBearersVoice firstCollection lastPeriod",
    }),
  ],
  ...page("ItemDecision", atBoard, indicator("history(first: 5)")),
  Size: [row(atBoard, itemsOf("free_board", "frames", "size"), { answered: "height width" })],
  Anchor: [
    row(atBoard, itemsOf("free_board", "connectors", "from"), {
      answered: "place",
      withheld: "collection item",
    }),
  ],
  ItemConnection: [
    row({ ...everybody, nobody: "UNAUTHENTICATED" }, items, { answered: "edges nodes pageInfo" }),
  ],
  ItemEdge: [row(onSomeBoard, from(items, "edges"), { answered: "cursor node" })],
  Position: [
    row(atBoard, from(note, "position"), { answered: "x y" }),
    row(atBoard, from(cluster, "position"), { answered: "x y" }),
  ],
  Translation: [
    row(atBoard, from(note, "translations"), { answered: "language status text" }),
    row(atBoard, from(cluster, "translations"), { answered: "language status text" }),
  ],
  SearchResult: [
    row({ ...everybody, nobody: "UNAUTHENTICATED" }, found, {
      answered: "boards clusters notes projects workshops",
    }),
  ],
  PageInfo: [
    row(atBoard, from(board, "notes(first: 5)", "pageInfo"), {
      answered: "endCursor hasNextPage hasPreviousPage startCursor",
    }),
  ],
  ...page("Project", everybody, () => ["projects"], only(...table, "neighbour", "stranger")),
  ...page("Workshop", inProject, from(project, "workshops")),
  ...page("Board", atWorkshop, from(workshop, "boards")),
  ...page("Note", atBoard, from(board, "notes")),
  ...page("Cluster", atBoard, from(board, "clusters")),
  ...page("Author", atBoard, from(board, "participants")),

  // Writers, as the board’s display policy shows them to everybody, its moderators too.
  Author: [
    ...(["author", "updatedBy"] as const).flatMap((field) => [
      row(atBoard, signedNote("named", "notes(first: 5)", "nodes", field), {
        answered: "displayName isViewer stakeholderGroup",
      }),
      row(atBoard, signedNote("grouped", "notes(first: 5)", "nodes", field), {
        answered: "isViewer stakeholderGroup",
        withheld: "displayName",
      }),
      row(atBoard, signedNote("anonymous", "notes(first: 5)", "nodes", field), {
        answered: "isViewer",
        withheld: "displayName stakeholderGroup",
      }),
    ]),
    row(atBoard, signedNote("grouped", "participants(first: 20)", "nodes"), {
      answered: "isViewer stakeholderGroup",
      withheld: "displayName",
    }),
    row(atBoard, signedNote("anonymous", "participants(first: 20)", "nodes"), {
      answered: "isViewer",
      withheld: "displayName stakeholderGroup",
    }),
  ],
  Presence: [
    followed(atBoard, ({ named }) => [`presence(boardId: "${named}")`], { answered: "participants" }),
  ],
  PresentParticipant: [
    followed(atBoard, ({ named }) => [`presence(boardId: "${named}")`, "participants"], {
      answered: "colour displayName isViewer presenceId stakeholderGroup",
      withheld: "editing",
    }),
    followed(atBoard, ({ grouped }) => [`presence(boardId: "${grouped}")`, "participants"], {
      answered: "colour isViewer presenceId stakeholderGroup",
      withheld: "displayName editing",
    }),
    followed(atBoard, ({ anonymous }) => [`presence(boardId: "${anonymous}")`, "participants"], {
      answered: "colour isViewer presenceId",
      withheld: "displayName editing stakeholderGroup",
    }),
  ],

  // For moderators.
  Participant: [
    row(
      moderatedProject,
      from(project, "participants(first: 50, states: [SEATED, WAITING, REMOVED])", "nodes"),
      {
        answered:
          "displayName id isViewer joinedAt kind language organisation project removedAt role stakeholderGroup state waitingSince workshop",
      },
    ),
    row(only(...table, "neighbour", "stranger"), () => ["viewer", "participations"], {
      answered: "displayName id isViewer joinedAt kind language project role state",
      withheld: "removedAt waitingSince",
      perhaps: "organisation stakeholderGroup workshop",
    }),
  ],
  ...page(
    "Participant",
    moderated("WORKSHOP_NOT_FOUND"),
    from(workshop, "participants(states: [SEATED, WAITING, REMOVED])"),
  ),
  Invite: [
    row(moderated("WORKSHOP_NOT_FOUND"), from(workshop, "invites"), {
      answered:
        "code createdAt expiresAt id label maxUses needsApproval revokedAt role shortCode url useCount",
    }),
  ],
  ApiToken: [
    row(moderatedProject, from(project, "apiTokens"), {
      answered: "createdAt expiresAt id lastUsedAt name participant revokedAt scope",
    }),
  ],
  ModeratorInvitation: [
    row(moderatedProject, from(project, "moderatorInvitations"), {
      answered: "createdAt email expiresAt id mailed",
      withheld: "revokedAt",
    }),
  ],
  Arrivals: [
    followed(
      moderated("WORKSHOP_NOT_FOUND", "FORBIDDEN"),
      ({ workshopId }) => [`arrivals(workshopId: "${workshopId}")`],
      { answered: "seatedCount waiting waitingCount" },
    ),
  ],

  // What happened on a board.
  ...event("NoteAdded", "note"),
  ...event("NoteChanged", "note changedFields"),
  ...event("NoteMoved", "note fromSection"),
  ...event("NoteRemoved", "note"),
  ...event("NoteRestored", "note"),
  ...event("ClusterAdded", "cluster"),
  ...event("ClusterChanged", "cluster changedFields"),
  ...event("ClusterMoved", "cluster fromSection"),
  ...event("ClusterRemoved", "cluster"),
  ...event("ClusterRestored", "cluster"),
  ...itemEvent("ItemAdded", "item"),
  ...itemEvent("ItemChanged", "item changedFields"),
  ...itemEvent("ItemMoved", "item fromSectionKey"),
  ...itemEvent("ItemRemoved", "item"),
  ...itemEvent("ItemRestored", "item"),
  ...event("ItemDecided", "item changedFields", ({ kinds }) => kinds["monitoring_tool"]?.boardId),
  ...event("BoardFrozen", "reason"),
  ...event("BoardReopened", "reason"),
  ...event("BoardPolicyChanged", "display editing"),
  ...event("BoardArchived", ""),
  ...event("BoardRestored", ""),
};

/** Programs have nothing held on them, and nobody is asked who they are. */
function noPersons(): Partial<Outcomes> {
  return {
    ...Object.fromEntries(programs.map((asker) => [asker, "FORBIDDEN"])),
    nobody: "UNAUTHENTICATED",
  };
}
