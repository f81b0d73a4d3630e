import type { CombinedError } from "@urql/core";

/** What the interface can say a sentence about: the server's stable codes, and two of our own. */
export const errorCodes = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "ARCHIVED",
  "BOARD_FROZEN",
  "NOT_OWNER",
  "PROJECT_NOT_FOUND",
  "WORKSHOP_NOT_FOUND",
  "BOARD_NOT_FOUND",
  "ITEM_NOT_FOUND",
  "PARTICIPANT_NOT_FOUND",
  "INVITE_NOT_FOUND",
  "INVITE_EXPIRED",
  "INVITE_REVOKED",
  "INVITE_FULL",
  "ORGANISATION_NOT_FOUND",
  "ORGANISATION_IN_USE",
  "LINK_USED",
  "LINK_EXPIRED",
  "TOKEN_REVOKED",
  "TOKEN_EXPIRED",
  "INSUFFICIENT_SCOPE",
  "TEXT_TOO_LONG",
  "TEXT_TOO_SHORT",
  "INVALID_VALUE",
  "UNKNOWN_SECTION",
  "FRAMEWORK_NOT_FOUND",
  "TEMPLATE_NOT_FOUND",
  "TEMPLATE_CHANGED",
  "LINK_UNSUITABLE",
  "IDEMPOTENCY_KEY_REUSED",
  "PROVISION_NOT_FOUND",
  "UNKNOWN_REFERENCE",
  "TOO_MANY_ITEMS",
  "CURSOR_INVALID",
  "CURSOR_EXPIRED",
  "QUERY_TOO_COMPLEX",
  "EXPORT_BUSY",
  "EXPORT_TOO_LARGE",
  "TEMPLATE_NOT_OFFERED",
  "DECISION_REFUSED",
  "DECISION_OUTDATED",
  "BOARD_KIND_UNSUITABLE",
  "RATE_LIMITED",
  "INTERNAL",
  "LAST_MODERATOR",
  "TOKEN_NOT_FOUND",
  "EDIT_INCOMPLETE",
  "EDIT_LOST",
  "SESSION_ENDED",
  "SEAT_REMOVED",
  "SEAT_CHANGED",
  "CLIENT_ID_TAKEN",
  "GENERATION_CHANGED",
  "BOARD_FULL",
  "MALFORMED_UPDATE",
  "CONTENT_REFUSED",
  "UNKNOWN_FIELD",
  "SIGN_IN_FAILED",
  "PASSWORD_WRONG",
  "PASSWORD_UNSUITABLE",
  "EMAIL_UNSUITABLE",
  "EMAIL_TAKEN",
  "MAIL_UNAVAILABLE",
  "SESSION_NOT_FOUND",
  // Ours: the server was not reached; it said something that we do not know.
  "NETWORK",
  "UNKNOWN",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

const isErrorCode = (code: unknown): code is ErrorCode => errorCodes.some((known) => known === code);

/** The stable code of a failed request; `NETWORK` when no answer came, `UNKNOWN` for a code newer than this page. */
export const errorCode = (error: CombinedError): ErrorCode => {
  const code = error.graphQLErrors[0]?.extensions.code;
  if (isErrorCode(code)) return code;
  return error.networkError ? "NETWORK" : "UNKNOWN";
};

/** The number people quote when they ask for help with an internal error. */
export const correlationId = (error: CombinedError): string | null => {
  const id = error.graphQLErrors[0]?.extensions.correlationId;
  return typeof id === "string" ? id : null;
};

/** How long to wait before the next try, where the server has said so. */
export const retryAfterSeconds = (error: CombinedError): number | null => {
  const seconds = error.graphQLErrors[0]?.extensions.retryAfterSeconds;
  return typeof seconds === "number" ? seconds : null;
};
