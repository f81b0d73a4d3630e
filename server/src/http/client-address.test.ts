import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address.ts";

const from = (remoteAddress: string, forwarded?: string, trustProxy = false) =>
  clientAddress({ headers: { "x-forwarded-for": forwarded }, socket: { remoteAddress } }, trustProxy);

describe("where a request comes from", () => {
  it("is the socket’s other end, whatever a header says", () => {
    expect(from("203.0.113.7", "198.51.100.1")).toBe("203.0.113.7");
  });

  it("is what a trusted proxy has added last, not what came from outside", () => {
    expect(from("127.0.0.1", "198.51.100.1, 203.0.113.7", true)).toBe("203.0.113.7");
  });

  it("stays the proxy’s own where that names none", () => {
    expect(from("10.0.0.2", undefined, true)).toBe("10.0.0.2");
    expect(from("10.0.0.2", "unknown", true)).toBe("10.0.0.2");
  });

  it("counts a household’s IPv6 addresses as one", () => {
    expect(from("2001:db8:0:7::1")).toBe("2001:db8:0:7::/64");
    expect(from("2001:db8:0:7:aaaa:bbbb:cccc:dddd")).toBe("2001:db8:0:7::/64");
    expect(from("2001:0db8::7:0:0:0:1")).toBe("2001:db8:0:7::/64");
    expect(from("::1")).toBe("0:0:0:0::/64");
    expect(from("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
  });

  it("knows an IPv4 address in IPv6’s clothes", () => {
    expect(from("::ffff:203.0.113.7")).toBe("203.0.113.7");
  });
});
