import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import { MalformedFrame, readFrame } from "./read-frame.ts";

const frame = (write: (encoder: encoding.Encoder) => void) =>
  encoding.encode((encoder) => {
    encoding.writeVarString(encoder, "board/x/1");
    write(encoder);
  });

describe("reading a frame", () => {
  it("reads an edit with its document", () => {
    const bytes = frame((encoder) => {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint8Array(encoder, Uint8Array.of(7));
    });
    expect(readFrame(bytes)).toEqual({ type: "update", document: "board/x/1", update: Uint8Array.of(7) });
  });

  it("reads a token with and without the provider’s version behind it", () => {
    const auth = (version: string | null) =>
      frame((encoder) => {
        encoding.writeVarUint(encoder, 2);
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarString(encoder, "secret");
        if (version) encoding.writeVarString(encoder, version);
      });
    const expected = { type: "auth", document: "board/x/1", token: "secret" };
    expect(readFrame(auth(null))).toEqual(expected);
    expect(readFrame(auth("4.8.0"))).toEqual(expected);
  });

  it.each([
    ["is empty", new Uint8Array()],
    ["ends early", frame((encoder) => encoding.writeVarUint(encoder, 0))],
    ["is of an unknown type", frame((encoder) => encoding.writeVarUint(encoder, 77))],
    [
      "goes on after its end",
      frame((encoder) => {
        encoding.writeVarUint(encoder, 3);
        encoding.writeVarUint(encoder, 1);
      }),
    ],
    ["has a name of impossible length", Uint8Array.of(255, 255, 255, 255, 127, 65)],
  ])("[RECEIVE-1] refuses a frame that %s", (_, bytes) => {
    expect(() => readFrame(bytes)).toThrow(MalformedFrame);
  });
});
