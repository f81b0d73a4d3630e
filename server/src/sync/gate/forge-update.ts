import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { DeleteRange } from "./read-update.ts";

/** For tests: an update of any structs, of one client or several, and any deletes, as hostile programs may write it. */
export function forgeUpdate(
  structs: readonly (Y.Item | Y.GC | Y.Skip)[],
  deletes: readonly DeleteRange[] = [],
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const groups = new Map<number, (Y.Item | Y.GC | Y.Skip)[]>();
  for (const struct of structs) {
    const group = groups.get(struct.id.client);
    if (group) group.push(struct);
    else groups.set(struct.id.client, [struct]);
  }
  encoding.writeVarUint(encoder.restEncoder, groups.size);
  for (const [client, group] of groups) {
    encoding.writeVarUint(encoder.restEncoder, group.length);
    encoder.writeClient(client);
    encoding.writeVarUint(encoder.restEncoder, group[0]!.id.clock);
    for (const struct of group) struct.write(encoder, 0);
  }
  encoding.writeVarUint(encoder.restEncoder, deletes.length);
  for (const { client, clock, length } of deletes) {
    for (const number of [client, 1, clock, length]) encoding.writeVarUint(encoder.restEncoder, number);
  }
  return encoder.toUint8Array();
}
