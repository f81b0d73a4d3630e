/** Message types of the @hocuspocus/provider 4 wire; each frame is `varString documentName, varUint type, body`. */
export const MessageType = {
  Sync: 0,
  Awareness: 1,
  Auth: 2,
  QueryAwareness: 3,
  Stateless: 5,
  Close: 7,
  SyncStatus: 8,
  Ping: 9,
  Pong: 10,
} as const;

/** Kinds of a Sync message, as y-protocols numbers them. */
export const SyncKind = { Step1: 0, Step2: 1, Update: 2 } as const;

/** Kinds of an Auth message; a client sends Token, a server one of the others. */
export const AuthKind = { Token: 0, PermissionDenied: 1, Authenticated: 2 } as const;

/** Largest frame a socket may send: an offline day of a large board (a 10,000-note board is 1.5 MiB) with room to spare. */
export const MAX_FRAME_BYTES = 4 * 1024 * 1024;

/** Longest document name: `board/<uuid>/<generation>` has 60 characters at most. */
export const MAX_DOCUMENT_NAME_LENGTH = 120;
