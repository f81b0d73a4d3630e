import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { forgeUpdate } from "./forge-update.ts";
import { orderFault } from "./integration-order.ts";
import { readUpdate } from "./read-update.ts";

const text = (client: number, clock: number, origin: Y.ID | null, rightOrigin: Y.ID | null = null): Y.Item =>
  new Y.Item(
    Y.createID(client, clock),
    null,
    origin,
    null,
    rightOrigin,
    origin || rightOrigin ? null : ("notes" as never),
    null,
    new Y.ContentString("ab"),
  );
const at = (client: number, clock: number): Y.ID => Y.createID(client, clock);
const nothing = () => 0;
const faultOf = (structs: readonly Y.Item[], stateOf: (client: number) => number) =>
  orderFault(readUpdate(forgeUpdate(structs)).groups, stateOf);

describe("the order in which structs can be integrated", () => {
  it("is found across clients that build on each other in turn", () => {
    const structs = [text(1, 0, null), text(1, 2, at(2, 1)), text(2, 0, at(1, 1)), text(2, 2, at(1, 3))];
    expect(faultOf(structs, nothing)).toBeNull();
    const turned = structs.toReversed().toSorted((a, b) => a.id.clock - b.id.clock);
    expect(faultOf(turned, nothing)).toBeNull();
  });

  it("goes on where the document ends", () => {
    const stateOf = (client: number) => (client === 9 ? 8 : client === 1 ? 4 : 0);
    expect(faultOf([text(1, 4, at(1, 3)), text(3, 0, at(9, 7))], stateOf)).toBeNull();
    expect(faultOf([text(1, 4, at(1, 3))], stateOf)).toBeNull();
  });

  it.each([
    ["on the left", text(1, 0, at(5, 0))],
    ["on the right alone", text(1, 0, null, at(5, 0))],
  ])("does not exist where something is missing %s", (_where, struct) => {
    expect(faultOf([struct], nothing)).toBe("missing");
    expect(faultOf([struct, text(2, 0, null)], nothing)).toBe("missing");
  });

  it("[GATE-5] does not exist where each waits for the other, or one for its own future", () => {
    expect(faultOf([text(1, 0, at(2, 0)), text(2, 0, at(1, 0))], nothing)).toBe("circular");
    expect(faultOf([text(1, 0, at(1, 2)), text(1, 2, null)], nothing)).toBe("circular");
    expect(faultOf([text(1, 0, at(1, 4)), text(1, 2, null)], nothing)).toBe("missing");
  });

  it("is found in one pass, however long the chain", () => {
    const long = Array.from({ length: 50_000 }, (_, index) =>
      text(index % 2, 2 * (index >> 1), index === 0 ? null : at((index + 1) % 2, 2 * ((index - 1) >> 1) + 1)),
    ).toSorted((a, b) => a.id.client - b.id.client);
    expect(faultOf(long, nothing)).toBeNull();
  });
});
