import { existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";

type Handler = (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => void;

/**
 * Serves a built folder, pre-compressed where it holds `.br` or `.gz`; addresses without a file and without
 * an extension get its page. Null where the folder has not been built.
 */
export const staticFiles = (folder: string, page: string): Handler | null => {
  if (!existsSync(join(folder, page))) return null;
  return sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    single: page,
    setHeaders: (response, path) => response.setHeader("cache-control", cacheControl(path)),
  });
};

/** Files under `assets` carry a hash of their content in their name and never change. */
const cacheControl = (path: string) =>
  path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
