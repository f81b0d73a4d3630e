/** A message of a server, decoded as far as counting needs. */
export type Heard =
  /** An edit, or several merged into one. */
  | { readonly kind: "update" | "document" | "awareness"; readonly payload: Uint8Array }
  /** The server asks for what it lacks. */
  | { readonly kind: "step1" }
  /** The server wants to know whether somebody is there. */
  | { readonly kind: "ping" }
  | { readonly kind: "acknowledged" }
  | { readonly kind: "denied" }
  | { readonly kind: "other" };

/** How clients talk with a server. */
export interface Wire {
  /** Whether each edit is acknowledged. */
  readonly acknowledges: boolean;
  /** Whether the server holds the document and hands it to whoever joins. */
  readonly keepsDocument: boolean;
  address(port: number, room: string): string;
  /** What a client says first, its wish for the document included. */
  greeting(room: string, token: string): readonly Uint8Array[];
  step1(room: string): Uint8Array;
  /** The answer of a client that holds nothing the server lacks. */
  nothingNew(room: string): Uint8Array;
  /** The answer to a ping. */
  readonly pong: Uint8Array;
  update(room: string, update: Uint8Array): Uint8Array;
  awareness(room: string, update: Uint8Array): Uint8Array;
  read(message: Buffer): Heard;
}
