/**
 * What one operation may ask for, over HTTP and WebSocket alike. An honest screen stays well below;
 * whoever needs more asks in pages.
 */
export const limits = {
  /** Bytes of one request or socket message: as many rows as one may send, each a full card in two languages. */
  bodyBytes: 1024 * 1024,
  /**
   * Rows that one mutation writes: an indicator catalogue or a year’s budget in one go. They are one edit, which
   * everybody at the board receives as one frame, and whose writing keeps the others waiting for a moment.
   */
  rows: 500,
  /** Lexical tokens, counted before anything is validated: validation can be quadratic in them. */
  tokens: 2_000,
  /**
   * Nested selections. Project → workshops → boards → notes → cluster → notes → author, as Relay connections, is 16;
   * from an indicator by its links to the group of the note it answers to, link by link, is 23.
   */
  depth: 24,
  /** Renamed fields: each is a field more at the cost of few tokens, and brute force in one request. */
  aliases: 40,
  /** `@skip`, `@include` and the like. */
  directives: 40,
  /** Objects that an answer may hold at most, by the pages it asks for; a full board with its clusters is some 5,000. */
  cost: 30_000,
  /** What a list without pages (tags, translations, sections, …) is taken to hold. */
  assumedListLength: 5,
  /** Subscriptions and running operations of one socket. */
  operationsPerSocket: 20,
} as const;
