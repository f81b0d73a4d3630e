import { plain, type Route } from "./request-handler.ts";
import { staticFiles } from "./static-files.ts";

/** The client: its files, and its page for every address that is a screen of it. */
export const clientRoute = (folder: string): Route => {
  const serve = staticFiles(folder, "index.html");
  return (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    if (!serve) {
      plain(response, 503, "The client has not been built. Run: npx -y pnpm@12 build");
      return true;
    }
    serve(request, response, () => plain(response, 404, "There is nothing at this address."));
    return true;
  };
};
