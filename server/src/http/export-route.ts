import { isLanguageCode } from "@tavolo/schema";
import { downloadBoard } from "../boards/download-board.ts";
import { TavoloError } from "../errors.ts";
import { isDocumentPart } from "../exports/document-parts.ts";
import { isExportFormat } from "../exports/formats/export-formats.ts";
import { createContext, type Services } from "../graphql/create-context.ts";
import { viewerFromRequest } from "../people/viewer-from-request.ts";
import { plain, type Route } from "./request-handler.ts";

const PATH = /^\/boards\/([^/]+)\/export\.([a-z]+)$/;

/** `GET /boards/:id/export.docx`, `.csv` or `.json`: the same file as by GraphQL’s `exportBoard`, for a link to point at. */
export const exportRoute =
  (services: Services): Route =>
  async (request, response, { path, ...scope }) => {
    const [, boardId, format] = PATH.exec(path) ?? [];
    if (!boardId || !isExportFormat(format) || request.method !== "GET") return false;
    const { searchParams } = new URL(request.url ?? "", "http://localhost");
    const asked = searchParams.get("language");
    const parts = searchParams.get("parts")?.split(",").filter(isDocumentPart);
    try {
      const context = createContext(services, {
        ...scope,
        viewer: await viewerFromRequest(services.orm.em.fork(), request, services.config),
        headers: request.headers,
        setCookie: (header) => response.appendHeader("set-cookie", header),
      });
      const file = await downloadBoard(context, {
        boardId,
        format,
        language: isLanguageCode(asked) ? asked : undefined,
        parts,
        collection: searchParams.get("collection"),
      });
      response.writeHead(200, {
        "content-type": file.mediaType,
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
        "cache-control": "no-store",
      });
      response.end(file.content);
    } catch (error) {
      if (!(error instanceof TavoloError)) throw error;
      plain(response, statusOf(error), error.message);
    }
    return true;
  };

const statusOf = ({ code }: TavoloError): number => {
  if (code === "UNAUTHENTICATED" || code === "TOKEN_REVOKED") return 401;
  if (code === "EXPORT_BUSY" || code === "EXPORT_TOO_LARGE") return 503;
  if (code === "INVALID_VALUE") return 400;
  return code === "BOARD_NOT_FOUND" ? 404 : 403;
};
