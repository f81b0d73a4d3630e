/** The stable codes an integrator may act on; every refusal of the server carries one of them. */
export const errorCodes = {
  UNAUTHENTICATED: "Nobody is signed in, or the session or token is unknown or has ended.",
  FORBIDDEN: "The viewer’s role does not allow this.",
  ARCHIVED: "The project, workshop or board lies in the archive; it can be read and exported, not changed.",
  BOARD_FROZEN: "The board is frozen; its content can be read and exported, not changed.",
  BOARD_FULL: "The board is as large as a board may be; what makes it larger is refused.",
  NOT_OWNER: "On this board participants change only what they added themselves.",
  PROJECT_NOT_FOUND: "No project with this id is visible to the viewer.",
  WORKSHOP_NOT_FOUND: "No workshop with this id is visible to the viewer.",
  BOARD_NOT_FOUND: "No board with this id is visible to the viewer.",
  ITEM_NOT_FOUND: "The board holds no such item.",
  PARTICIPANT_NOT_FOUND: "No participant with this id is visible to the viewer.",
  LAST_MODERATOR: "A project keeps at least one moderator.",
  INVITE_NOT_FOUND: "No invitation has this code.",
  INVITE_EXPIRED: "The invitation’s time has passed.",
  INVITE_REVOKED: "A moderator has withdrawn the invitation.",
  INVITE_FULL: "As many people have joined with the invitation as it is for.",
  ORGANISATION_NOT_FOUND: "No organisation with this id is visible to the viewer.",
  ORGANISATION_IN_USE: "Somebody speaks for the organisation; it cannot be deleted.",
  LINK_USED: "The sign-in link has been used; each one works once.",
  LINK_EXPIRED: "The sign-in link is unknown or its time has passed.",
  SIGN_IN_FAILED: "No account has this address and this password.",
  PASSWORD_WRONG: "The present password is not right, or the account’s owner has to prove themselves again.",
  PASSWORD_UNSUITABLE: "The new password is too short, too long, or the address itself.",
  EMAIL_UNSUITABLE: "This is no e-mail address.",
  EMAIL_TAKEN: "Another account has this address.",
  MAIL_UNAVAILABLE: "The server sends no mail, or could not send this one.",
  SESSION_NOT_FOUND: "The viewer has no session with this id.",
  TOKEN_NOT_FOUND: "No access token with this id is visible to the viewer.",
  TOKEN_REVOKED: "A moderator has revoked the access token.",
  TOKEN_EXPIRED: "The access token’s time has passed; a moderator can renew it.",
  INSUFFICIENT_SCOPE: "The access token is for reading; this would write.",
  TEXT_TOO_LONG: "A text is longer than its field holds.",
  TEXT_TOO_SHORT: "A text to look for has no word of two letters.",
  INVALID_VALUE: "A value does not fit its field.",
  UNKNOWN_FIELD: "The item has no such field.",
  UNKNOWN_SECTION: "The board has no such section.",
  FRAMEWORK_NOT_FOUND: "The library of standards holds no framework with this id.",
  PROVISION_NOT_FOUND: "No framework of the library of standards has a provision with this id.",
  TEMPLATE_NOT_FOUND: "No own template with this id is visible to the viewer.",
  TEMPLATE_CHANGED: "The own template has been changed since it was read; read it again.",
  TEMPLATE_NOT_OFFERED: "Boards of this template cannot be opened yet; `templates` says which can.",
  LINK_UNSUITABLE:
    "These two items cannot be linked so: no field of either is made for it, it is one item, or one lies in the bin.",
  BOARD_KIND_UNSUITABLE: "Boards of this kind hold no items as this mutation writes them.",
  DECISION_REFUSED:
    "Something keeps this from being decided; `extensions.reasons` holds all of it as values of DecisionRefusal.",
  DECISION_OUTDATED: "Somebody has decided about the item meanwhile; nothing was written.",
  UNKNOWN_REFERENCE: "A code is not part of its framework, or an id points to nothing on this board.",
  TOO_MANY_ITEMS: "A list holds more entries than its field allows.",
  IDEMPOTENCY_KEY_REUSED: "The idempotency key was used on this board for another request before.",
  CURSOR_INVALID: "The cursor was not made by this connection.",
  CURSOR_EXPIRED: "The events after this number are no longer kept; read the board afresh.",
  CLIENT_ID_TAKEN: "The edit claims to be written by a copy of the board that belongs to somebody else.",
  GENERATION_CHANGED: "The board’s document has started anew; an older copy cannot be written to it.",
  SESSION_ENDED: "The session has ended: signed out, revoked or its time is up.",
  SEAT_REMOVED: "The viewer’s seat has been taken away while they were at it.",
  SEAT_CHANGED: "The viewer takes part with another seat now; the board is to be opened anew.",
  EDIT_LOST: "An edit was built on another that was refused; nothing of it was written.",
  EDIT_INCOMPLETE: "An edit built on something that the board does not hold and that was asked for in vain.",
  MALFORMED_UPDATE: "The bytes are not an edit of a board.",
  CONTENT_REFUSED: "An edit by socket held something that the board’s kind does not declare.",
  QUERY_TOO_COMPLEX: "The operation exceeds a limit on depth, cost, aliases, directives, tokens or size.",
  EXPORT_BUSY: "Too many documents are being made at once; try again in a minute.",
  EXPORT_TOO_LARGE: "The board is too large for a document; take it away as data.",
  RATE_LIMITED: "Too many requests in a short time.",
  INTERNAL: "A fault of the server; the message carries a reference for its log.",
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** An expected refusal: its message is a sentence for a person, its code is for a program. */
export class TavoloError extends Error {
  override readonly name = "TavoloError";

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

export const unauthenticated = () =>
  new TavoloError("UNAUTHENTICATED", "Please sign in first: open your invitation or sign-in link again.");

export const forbidden = (message = "Your role does not allow this. Ask a moderator of the workshop.") =>
  new TavoloError("FORBIDDEN", message);

export const inArchive = (
  message = "This lies in the archive. You can read and export it; a moderator can take it back into use.",
) => new TavoloError("ARCHIVED", message);

export const boardFrozen = (reason: string | null = null) =>
  new TavoloError(
    "BOARD_FROZEN",
    `This board is frozen${reason ? ` (“${reason}”)` : ""}. You can read and export it; a moderator can reopen it.`,
    { reason },
  );

export const boardFull = () =>
  new TavoloError(
    "BOARD_FULL",
    "This board is full: nothing more fits on it. What is there can be changed and shortened; begin another board for more.",
  );

export const notOwner = () =>
  new TavoloError("NOT_OWNER", "On this board you can change only what you added yourself.");

export const projectNotFound = (id: string) =>
  new TavoloError("PROJECT_NOT_FOUND", "This project does not exist, or you take no part in it.", { id });

export const workshopNotFound = (id: string) =>
  new TavoloError("WORKSHOP_NOT_FOUND", "This workshop does not exist, or you take no part in it.", { id });

export const boardNotFound = (id: string) =>
  new TavoloError("BOARD_NOT_FOUND", "This board does not exist, or you take no part in its workshop.", {
    id,
  });

export const templateNotFound = (id: string) =>
  new TavoloError("TEMPLATE_NOT_FOUND", "This template does not exist, or you take no part in its project.", {
    id,
  });

export const templateChanged = (version: number) =>
  new TavoloError(
    "TEMPLATE_CHANGED",
    "Somebody has changed this template in the meantime. Read it again; nothing was written.",
    { version },
  );

export const templateNotOffered = (templateId: string) =>
  new TavoloError(
    "TEMPLATE_NOT_OFFERED",
    "Boards of this template cannot be opened yet. Choose one that is offered.",
    { templateId },
  );

export const boardKindUnsuitable = (kind: string) =>
  new TavoloError("BOARD_KIND_UNSUITABLE", "This board follows another method: it holds no such items.", {
    kind,
  });

export const linkUnsuitable = (message = "These two items cannot be linked: neither asks for the other.") =>
  new TavoloError("LINK_UNSUITABLE", message);

export const exportBusy = () =>
  new TavoloError(
    "EXPORT_BUSY",
    "Many documents are being made at the moment. Please try again in a minute.",
  );

export const exportTooLarge = () =>
  new TavoloError(
    "EXPORT_TOO_LARGE",
    "This board is too large for a document. Leave parts out, or take it away as a table or as data.",
  );

export const idempotencyKeyReused = () =>
  new TavoloError(
    "IDEMPOTENCY_KEY_REUSED",
    "This key has been used on this board for another request. Use a new key for each new request.",
    { field: "idempotencyKey" },
  );

export const tooManyRows = (field: string, limit: number) =>
  new TavoloError("TOO_MANY_ITEMS", `At most ${limit} at once; send the others in a second request.`, {
    field,
    limit,
  });

export const itemNotFound = (id: string) =>
  new TavoloError("ITEM_NOT_FOUND", "This item is not on the board; reload to see what is there now.", {
    id,
  });

export const participantNotFound = (id: string) =>
  new TavoloError("PARTICIPANT_NOT_FOUND", "This participant does not exist, or is not in your workshop.", {
    id,
  });

export const lastModerator = () =>
  new TavoloError(
    "LAST_MODERATOR",
    "This is the project’s last moderator. Make somebody else a moderator first.",
  );

export const inviteNotFound = () =>
  new TavoloError("INVITE_NOT_FOUND", "This invitation is unknown. Check the link, or ask for a new one.");

export const inviteExpired = () =>
  new TavoloError("INVITE_EXPIRED", "This invitation has expired. Ask the moderator for a new one.");

export const inviteRevoked = () =>
  new TavoloError("INVITE_REVOKED", "This invitation has been withdrawn. Ask the moderator for a new one.");

export const inviteFull = () =>
  new TavoloError("INVITE_FULL", "All places of this invitation are taken. Ask the moderator for a new one.");

export const organisationNotFound = (id: string) =>
  new TavoloError("ORGANISATION_NOT_FOUND", "This organisation does not exist, or is not in your project.", {
    id,
  });

export const organisationInUse = (count: number) =>
  new TavoloError(
    "ORGANISATION_IN_USE",
    "Somebody speaks for this organisation. Merge it with another, or change their organisation first.",
    { count },
  );

export const linkUsed = () =>
  new TavoloError("LINK_USED", "This sign-in link has already been used. Ask for a new one.");

export const linkExpired = () =>
  new TavoloError("LINK_EXPIRED", "This sign-in link is unknown or has expired. Ask for a new one.");

export const signInFailed = () =>
  new TavoloError(
    "SIGN_IN_FAILED",
    "The e-mail address or the password is not right. Check both, or have a sign-in link sent to you.",
  );

export const passwordWrong = () =>
  new TavoloError(
    "PASSWORD_WRONG",
    "This is not your present password. If you have lost it, sign in by a link and choose a new one.",
  );

export const passwordUnsuitable = (message: string) =>
  new TavoloError("PASSWORD_UNSUITABLE", message, { field: "password" });

export const emailUnsuitable = () =>
  new TavoloError("EMAIL_UNSUITABLE", "This is no e-mail address. Check how it is written.", {
    field: "email",
  });

export const emailTaken = () =>
  new TavoloError("EMAIL_TAKEN", "There is an account with this address already. Sign in to it instead.", {
    field: "email",
  });

export const mailUnavailable = () =>
  new TavoloError("MAIL_UNAVAILABLE", "This server sends no mail. Ask whoever runs it for a sign-in link.");

export const sessionNotFound = (id: string) =>
  new TavoloError("SESSION_NOT_FOUND", "This session has ended already, or is not yours.", { id });

export const tokenNotFound = (id: string) =>
  new TavoloError("TOKEN_NOT_FOUND", "This access token does not exist, or is not of your project.", { id });

export const tokenRevoked = () =>
  new TavoloError("TOKEN_REVOKED", "This access token has been revoked. Ask a moderator for a new one.");

export const tokenExpired = () =>
  new TavoloError("TOKEN_EXPIRED", "This access token has expired. A moderator can renew it.");

export const insufficientScope = () =>
  new TavoloError(
    "INSUFFICIENT_SCOPE",
    "This access token is for reading only. Ask a moderator for one that may write.",
  );

export const decisionRefused = (reasons: readonly string[], message: string) =>
  new TavoloError("DECISION_REFUSED", message, { reasons });

export const decisionOutdated = () =>
  new TavoloError(
    "DECISION_OUTDATED",
    "Somebody has decided about this a moment ago. Look at what holds now, and decide again.",
  );

export const invalidValue = (field: string, message: string) =>
  new TavoloError("INVALID_VALUE", message, { field });

export const unknownReference = (field: string, message: string) =>
  new TavoloError("UNKNOWN_REFERENCE", message, { field });

export const frameworkNotFound = (id: string) =>
  new TavoloError(
    "FRAMEWORK_NOT_FOUND",
    "The library holds no framework with this id; `frameworks` lists them.",
    {
      id,
    },
  );

export const provisionNotFound = (id: string) =>
  new TavoloError(
    "PROVISION_NOT_FOUND",
    "The library holds no provision with this id; `provisions` looks for one.",
    { id },
  );

export const textTooLong = (field: string, limit: number) =>
  new TavoloError("TEXT_TOO_LONG", `This text is too long: at most ${limit} characters fit.`, {
    field,
    limit,
  });

export const textTooShort = (field: string) =>
  new TavoloError("TEXT_TOO_SHORT", "Write at least two letters of a word to look for it.", { field });

export const clientIdTaken = () =>
  new TavoloError(
    "CLIENT_ID_TAKEN",
    "This copy of the board was written by somebody else. Reload the page to go on.",
  );

export const generationChanged = () =>
  new TavoloError(
    "GENERATION_CHANGED",
    "The board has been started anew. Reload the page; your copy is kept aside.",
  );

export const sessionEnded = () =>
  new TavoloError("SESSION_ENDED", "You have been signed out. Open your invitation or sign in to go on.");

export const seatRemoved = () =>
  new TavoloError(
    "SEAT_REMOVED",
    "You no longer take part in this workshop. Ask a moderator if this is a mistake.",
  );

export const seatChanged = () =>
  new TavoloError("SEAT_CHANGED", "You take part with another seat now. Open the board again to go on.");

export const editLost = () =>
  new TavoloError(
    "EDIT_LOST",
    "This edit built on one that was refused. Nothing was written; please try again.",
  );

export const editIncomplete = () =>
  new TavoloError(
    "EDIT_INCOMPLETE",
    "A part of what this edit built on did not arrive. Reload the page to go on.",
  );

export const malformedUpdate = () =>
  new TavoloError("MALFORMED_UPDATE", "An edit arrived damaged and was not taken. Reload the page to go on.");

export const contentRefused = () =>
  new TavoloError(
    "CONTENT_REFUSED",
    "An edit held something that this board has no place for, and was not taken. Reload the page to go on.",
  );

export const cursorInvalid = () =>
  new TavoloError("CURSOR_INVALID", "This cursor is not valid here; start from the first page.");

export const cursorExpired = () =>
  new TavoloError("CURSOR_EXPIRED", "These events are no longer kept; read the board and subscribe afresh.");

export const queryTooComplex = (message: string) => new TavoloError("QUERY_TOO_COMPLEX", message);

export const rateLimited = (retryAfterSeconds?: number) =>
  new TavoloError(
    "RATE_LIMITED",
    `That was too often in a short time. Wait ${retryAfterSeconds === undefined ? "a moment" : waitingTime(retryAfterSeconds)} and try again.`,
    retryAfterSeconds === undefined ? {} : { retryAfterSeconds },
  );

const waitingTime = (seconds: number): string =>
  seconds < 60 ? "a minute" : `${Math.ceil(seconds / 60)} minutes`;

export const internal = (correlationId: string) =>
  new TavoloError(
    "INTERNAL",
    `Something went wrong on our side. If it happens again, quote the reference ${correlationId}.`,
    { correlationId },
  );
