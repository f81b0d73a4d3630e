import type { Route } from "./request-handler.ts";
import { plain } from "./request-handler.ts";

/** `/healthz`: the process lives. `/readyz`: it can also read and write its database, and is not about to stop. */
export const healthRoutes =
  ({ isReady, isClosing }: { isReady: () => Promise<boolean>; isClosing: () => boolean }): Route =>
  async (_request, response, { path }) => {
    if (path === "/healthz") {
      plain(response, 200, "alive");
      return true;
    }
    if (path !== "/readyz") return false;
    if (isClosing()) plain(response, 503, "The server is closing.");
    else if (await isReady()) plain(response, 200, "ready");
    else plain(response, 503, "The database does not answer.");
    return true;
  };
