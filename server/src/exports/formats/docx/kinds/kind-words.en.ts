import type { KindWords } from "./kind-words.ts";

export const en: KindWords = {
  frame: {
    cover: { kind: "Report of a workshop", strip: "A band of four coloured tiles." },
    method: {
      displays: {
        NAMED: "The board shows names and groups.",
        GROUP: "The board shows stakeholder groups, never names.",
        ANONYMOUS: "The board shows neither names nor groups: all that is written is anonymous.",
      },
      editing: "Who could change what",
      editings: {
        EVERYONE: "Everyone at the table could change everything.",
        OWN: "Everyone could change what they had written themselves, moderators all.",
      },
      written: (from, to) =>
        from === to ? `All was written on ${from}.` : `It was written and changed from ${from} to ${to}.`,
      languages: "Languages",
      limitsText:
        "It says what the people at this table know, think and decided; it was not checked from outside. What was put into the bin is left out.",
    },
    matrix: { notes: (items) => `${items} ${items === 1 ? "entry" : "entries"}` },
    notes: { writtenIn: (language) => `Written in ${language}` },
    wordings: {
      text: "This document shows texts in English where a translation exists. Here stands what else there is: the words as they were written, and translations into other languages.",
      none: "There are no other wordings: everything stands above as it was written.",
      original: (language) => `${language}, as written`,
    },
    about: {
      bin: "What somebody put into the bin is not in this document.",
      check: "Is this the same board?",
      checkText:
        "The content hash is a fingerprint of everything the board said at this revision, in this language. Two documents with the same hash show the same board; the export as data holds it too.",
    },
  },
  restricted: "This board is for named people only. Hand this document to nobody else.",
  summary: {
    nothing: "Nobody has written on this board yet.",
    section: "Section",
    withheld: (items) =>
      items === 1
        ? "One entry stays on the board: it is classed for fewer people than a file can reach, or not classed at all."
        : `${items} entries stay on the board: they are classed for fewer people than a file can reach, or not classed at all.`,
    decided: "decided",
  },
  glance: {
    scoreMatrix: "The confrontation at a glance",
    scoreMatrixText:
      "What the inside, down the rows, meets outside, across the columns: the mean of the groups’ scores. An empty cell was not scored.",
    grid2d: "The map at a glance",
    graph: "The chain at a glance",
    itemsText: "All entries follow in full under the same numbers.",
    low: (axis) => `${axis}: low`,
    high: (axis) => `${axis}: high`,
    leadsTo: (numbers) => `leads to ${numbers}`,
    step: "Step",
  },
  content: {
    title: "Everything on the board",
    text: "Every entry stands once. The number before it is used in the rest of this document.",
    column: "Column",
    says: "Entry",
    by: "Written by",
    noneHere: "Nothing stands here.",
    notRated: "Not rated yet",
    to: (addressee) => `To: ${addressee}`,
    toNobody: "Without an addressee yet",
    yes: "yes",
    no: "no",
    suppressed: "not told: too few people",
  },
  figures: {
    title: "Figures and findings",
    none: "There is nothing to sum up yet.",
    together: "Together",
  },
  provisions: {
    title: "Annex: standards cited",
    text: "Titles as this document’s language has them, and how sure they are. Check what is not verified before you quote it.",
    none: "No standard is cited.",
    cited: "Standard",
    heading: "Title",
    sure: "How sure",
    where: "Where",
    certainty: {
      verified: "verified",
      known: "check before quoting",
      own: "our wording",
      seed: "the projects’ wording",
    },
  },
};
