import type { IncomingMessage } from "node:http";

/** The body was longer than allowed; nothing of it is kept. */
export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
}

/** Reads a whole request body as text, up to a number of bytes; throws BodyTooLarge. */
export const readBody = async (request: IncomingMessage, maximum: number): Promise<string> => {
  if (Number(request.headers["content-length"]) > maximum) throw new BodyTooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maximum) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
};
