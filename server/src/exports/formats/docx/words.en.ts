import type { DocumentWords } from "./words.ts";

const counted = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;

export const en: DocumentWords = {
  language: "en-GB",
  locale: "en-GB",
  cover: {
    kind: "Report of a SWOT workshop",
    object: "What was looked at",
    workshop: "Workshop",
    heldOn: "Held on",
    place: "Where",
    city: "City",
    people: "People",
    state: "Status",
    stand: "This copy",
    people_n: (people) => counted(people, "person at the table", "people at the table"),
    open: "Draft: the board is open and may still change",
    frozen: (on) => `Result: the board was frozen on ${on}`,
    stand_n: (revision, on) => `Revision ${revision}, taken on ${on}`,
    madeBy: "Made with Tavolo, software for tables at which a city and its civil society work together.",
    strip: "A band of four tiles, one for each field of the matrix.",
  },
  contents: "Contents",
  page: (page, of) => ["Page ", page, " of ", of],
  summary: {
    title: "Summary",
    counted: ({ notes, groups, loose }) =>
      `${counted(notes, "note was", "notes were")} written. ` +
      (groups === 0
        ? "They have not been grouped."
        : `They form ${counted(groups, "group", "groups")}; ${counted(loose, "note stands", "notes stand")} in no group.`),
    nothing: "Nobody has written on this board yet.",
    section: "Field of the matrix",
    groups: "Groups",
    notes: "Notes",
    loose: "of which in no group",
    total: "Together",
    largest: "What most notes speak of",
    largestText:
      "The groups with the most notes. How many notes a group has is no vote on how much it matters.",
    rights: "Rights of the EU Charter named most often",
    reason: "The moderator’s words on closing",
  },
  participants: {
    title: "Participants",
    text: (people) =>
      `${counted(people, "person has", "people have")} a seat at this board. Only totals are given, by the group somebody sits there for.`,
    group: "Stakeholder group",
    people: "People",
    merged: (threshold) =>
      `Groups of fewer than ${threshold} people are counted together, so that nobody can be made out. People who sit for no group, such as facilitators, are counted there too.`,
    total: "Together",
    nobody: "Nobody has taken a seat at this board.",
  },
  smallGroup: "Smaller groups",
  group: {
    MUNICIPALITY: "Municipality",
    CSO: "Civil society",
    COMMUNITY: "Community groups",
    ACADEMIA: "University",
    RESIDENT: "Residents",
    REGION: "Region",
    OTHER: "Several groups",
  },
  method: {
    title: "Method",
    template: "Method",
    template_v: (name, version) => `${name}, version ${version} of the template`,
    purpose: "What for",
    questions: "Questions asked",
    display: "Who wrote what",
    displays: {
      NAMED: "The board shows names and groups.",
      GROUP: "The board shows stakeholder groups, never names.",
      ANONYMOUS: "The board shows neither names nor groups: notes are anonymous.",
    },
    editing: "Who could change notes",
    editings: {
      EVERYONE: "Everyone at the table could change every note.",
      OWN: "Everyone could change their own notes only, moderators all.",
    },
    dates: "When",
    begun: (on) => `The board was opened on ${on}.`,
    written: (from, to) =>
      from === to
        ? `Notes were written on ${from}.`
        : `Notes were written and changed from ${from} to ${to}.`,
    frozenOn: (on) => `It was frozen on ${on}: since then it has not changed.`,
    languages: "Languages of the notes",
    limits: "How to read it",
    limitsText:
      "The notes say what the people at this table think; they were not checked and are no survey. What was put into the bin is left out.",
    item: "Point",
    answer: "How it was done",
  },
  matrix: {
    title: "The matrix at a glance",
    text: "Titles of the groups, and how many notes each has. All notes follow in full.",
    corner: "SWOT",
    notes: (notes) => counted(notes, "note", "notes"),
    loose: (notes) => `${counted(notes, "note", "notes")} in no group`,
    empty: "Nothing was written here.",
  },
  notes: {
    title: "All notes",
    text: "Every note stands once, under its group. The number before it is used in the rest of this document.",
    number: "No.",
    note: "Note",
    by: "Written by",
    tags: "Factor and rights",
    loose: "Not in a group",
    unnamed: "Group without a title",
    noText: "(no text)",
    articles: (numbers) => `Charter: Art. ${numbers}`,
    affected: "Affected: ",
    evidence: "Evidence: ",
    translated: {
      HUMAN: (language) => `Translated from ${language}`,
      MACHINE: (language) => `Translated from ${language} by machine, not checked`,
    },
    writtenIn: (language) => `Written in ${language}`,
    nobody: "–",
    noneHere: "Nobody has written here.",
    axes: (row, column) => `${row}, ${column.toLowerCase()}`,
  },
  rights: {
    title: "Rights and local factors",
    text: "Articles of the Charter of Fundamental Rights of the European Union that the notes were tagged with at the table.",
    article: "Article",
    heading: "Right",
    count: "Notes",
    where: "Where",
    art: (number) => `Art. ${number}`,
    none: "No note was tagged with an article of the Charter.",
    factors: "Local factors",
    factorsText: "What the notes are about, by field of the matrix.",
    factor: "Factor",
  },
  wordings: {
    title: "Annex: other wordings",
    text: "This document shows notes in English where a translation exists. Here stands what else there is: the words as they were written, and translations into other languages.",
    none: "There are no other wordings: all notes stand above as they were written.",
    groups: "Titles of groups",
    item: "No.",
    wording: "Wording",
    kind: "Language",
    original: (language) => `${language}, as written`,
    kinds: {
      HUMAN: (language) => `${language}, translation`,
      MACHINE: (language) => `${language}, by machine, not checked`,
    },
  },
  about: {
    title: "About this document",
    people: "People in this document",
    peopleText: {
      NAMED:
        "On this board people appear by the display name they chose and by their group. Ask them before you publish it.",
      GROUP:
        "People appear by their group only, and groups of fewer than five people together. Neither this document nor its data holds a name.",
      ANONYMOUS: "This document does not say who wrote what, and neither does its data.",
    },
    bin: "Notes that somebody put into the bin are not in this document.",
    check: "Is this the same matrix?",
    checkText:
      "The content hash is a fingerprint of everything the board said at this revision, in this language. Two documents with the same hash show the same matrix; the export as data holds it too.",
    board: "Board",
    revision: "Revision",
    hash: "Content hash (SHA-256)",
    made: "Taken on",
    item: "What",
    value: "Value",
  },
};
