import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { orderFault } from "./integration-order.ts";

const text = (client: number, clock: number, origin: Y.ID | null, rightOrigin: Y.ID | null = null): Y.Item =>
  new Y.Item(
    Y.createID(client, clock),
    null,
    origin,
    null,
    rightOrigin,
    null,
    null,
    new Y.ContentString("ab"),
  );
const at = (client: number, clock: number): Y.ID => Y.createID(client, clock);
const nothing = () => 0;

describe("the order in which structs can be integrated", () => {
  it("is found across clients that build on each other in turn", () => {
    const structs = [text(1, 0, null), text(1, 2, at(2, 1)), text(2, 0, at(1, 1)), text(2, 2, at(1, 3))];
    expect(orderFault(structs, nothing)).toBeNull();
    expect(
      orderFault(
        structs.toReversed().toSorted((a, b) => a.id.clock - b.id.clock),
        nothing,
      ),
    ).toBeNull();
  });

  it("goes on where the document ends", () => {
    expect(
      orderFault([text(1, 4, at(1, 3)), text(3, 0, at(9, 7))], (client) => (client === 9 ? 8 : 4)),
    ).toBeNull();
  });

  it("does not exist where something is missing, also on the right alone", () => {
    expect(orderFault([text(1, 0, at(5, 0))], nothing)).toBe("missing");
    expect(orderFault([text(1, 0, null, at(5, 0))], nothing)).toBe("missing");
  });

  it("does not exist where each waits for the other, or one for its own future", () => {
    expect(orderFault([text(1, 0, at(2, 0)), text(2, 0, at(1, 0))], nothing)).toBe("circular");
    expect(orderFault([text(1, 0, at(1, 2)), text(1, 2, null)], nothing)).toBe("circular");
  });

  it("is found in one pass, however long the chain", () => {
    const long = Array.from({ length: 50_000 }, (_, index) =>
      text(index % 2, 2 * (index >> 1), index === 0 ? null : at((index + 1) % 2, 2 * ((index - 1) >> 1) + 1)),
    );
    expect(orderFault(long, nothing)).toBeNull();
  });
});
