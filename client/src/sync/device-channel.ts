/** What the windows of one browser tell each other about what they keep. */
export type DeviceMessage =
  /** Own changes lie in the store: each with its row’s key and the items it touched. */
  | { readonly type: "kept"; readonly store: string; readonly rows: readonly UnsentRow[] }
  /** The server has committed these. */
  | { readonly type: "safe"; readonly store: string; readonly ids: readonly number[] }
  /** The store was emptied, since the server refused what was in it or the board began anew. */
  | { readonly type: "emptied"; readonly store: string; readonly code: string }
  /** This browser is signed out: no window may show or keep anything of the session that ended. */
  | { readonly type: "signedOut" };

/** An own change that the server has not acknowledged; `id` is its key on the device. */
export interface UnsentRow {
  readonly id: number;
  /** `collection/id` of each item it touched. */
  readonly items: readonly string[];
}

const listeners = new Set<(message: DeviceMessage) => void>();
let channel: BroadcastChannel | null = null;

/** Tells every window of this browser, this one included. */
export function tellWindows(message: DeviceMessage): void {
  open()?.postMessage(message);
  // Not at once: whoever tells is in the middle of something.
  queueMicrotask(() => hear(message));
}

/** Hears what the windows tell, until the returned function is called. */
export function hearWindows(listener: (message: DeviceMessage) => void): () => void {
  open();
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function open(): BroadcastChannel | null {
  if (channel || typeof BroadcastChannel === "undefined") return channel;
  channel = new BroadcastChannel("tavolo");
  channel.addEventListener("message", (event: MessageEvent<DeviceMessage>) => {
    hear(event.data);
  });
  return channel;
}

function hear(message: DeviceMessage): void {
  for (const listener of listeners) listener(message);
}
