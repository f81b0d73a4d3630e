import type { IncomingMessage } from "node:http";
import { isIP, isIPv4 } from "node:net";

/**
 * Where a request comes from, as limits count it: an IPv4 address, or the first half of an IPv6 one, since the
 * other half is a household’s own to change. Behind a trusted proxy it is the last that the proxy has added to
 * `X-Forwarded-For`; what stands before came from outside and may say anything.
 */
export const clientAddress = (
  request: Pick<IncomingMessage, "headers"> & { socket: { remoteAddress?: string } },
  trustProxy: boolean,
): string => {
  const forwarded = trustProxy ? request.headers["x-forwarded-for"] : undefined;
  const added = String(forwarded ?? "")
    .split(",")
    .at(-1)!
    .trim();
  return countedAddress(isIP(added) ? added : (request.socket.remoteAddress ?? "unknown"));
};

const countedAddress = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (isIPv4(address) || !isIP(address)) return address;
  const [head = "", tail = ""] = address.split("%", 1)[0]!.split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  const groups = address.includes("::") ? [...before, ...zeros, ...after] : before;
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
};
