import { strFromU8, unzipSync } from "fflate";

/** A Word document’s parts by their path, such as `word/document.xml`. */
export const unpackDocx = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

/** Everything that can be read in an exported file, whatever its format: nothing hides in a packed one. */
export const readable = ({ content, encoding }: { content: string; encoding: string }): string =>
  encoding === "TEXT" ? content : Object.values(unpackDocx(Buffer.from(content, "base64"))).join("\n");
