import { promisify } from "node:util";
import { brotliCompressSync, brotliDecompress, brotliDecompressSync, constants } from "node:zlib";

/** Compresses a document for the table; on its thread it may take its time. Half of what no compression takes. */
export const pack = (update: Uint8Array): Uint8Array =>
  brotliCompressSync(update, {
    params: {
      // Beyond it a document becomes a tenth smaller for three times the time.
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: update.length,
    },
  });

/** The update that was packed; at once, for a thread of its own. */
export const unpackNow = (bytes: Uint8Array): Uint8Array => brotliDecompressSync(bytes);

/** The update that was packed; the event loop goes on meanwhile. */
export const unpack: (bytes: Uint8Array) => Promise<Uint8Array> = promisify(brotliDecompress);
