import { existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";

type Handler = (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => void;

/**
 * Serves a built folder, pre-compressed where it holds `.br` or `.gz`; addresses without a file and without
 * an extension get its page, hidden ones nothing. Null where the folder has not been built.
 */
export const staticFiles = (folder: string, page: string): Handler | null => {
  if (!existsSync(join(folder, page))) return null;
  const serve = sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    single: page,
    setHeaders: (response, path) => response.setHeader("cache-control", cacheControl(path)),
  });
  // sirv hides them too, but answers with the page as if they were screens.
  return (request, response, otherwise) =>
    isHidden(request.url ?? "/") ? otherwise() : serve(request, response, otherwise);
};

/** A dot at the start of a folder or file, also written as %2e. */
const isHidden = (url: string) => /\/(\.|%2e)/i.test(url.split("?", 1)[0]!);

/** Files under `assets` carry a hash of their content in their name and never change. */
const cacheControl = (path: string) =>
  path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
