import { hocuspocusWire } from "./hocuspocus-wire.ts";
import type { Wire } from "./wire.ts";

/** The same frames as Hocuspocus’, so that the relay carries the same bytes; nobody answers. */
export const relayWire: Wire = {
  ...hocuspocusWire(""),
  acknowledges: false,
  keepsDocument: false,
  address: (port, room) => `ws://127.0.0.1:${port}/${room}`,
  greeting: () => [],
};
