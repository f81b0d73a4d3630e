import { isIPv4 } from "node:net";

/** Whether a host or address leads back to this very machine. */
export const isLoopback = (host: string): boolean => {
  const address = host.replace(/^\[|\]$/g, "").replace(/^::ffff:/i, "");
  return address === "localhost" || address === "::1" || (isIPv4(address) && address.startsWith("127."));
};
