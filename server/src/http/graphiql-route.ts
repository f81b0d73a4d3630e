import type { Config } from "../config.ts";
import { graphiqlPolicy } from "./security-headers.ts";
import { plain, type Route } from "./request-handler.ts";
import { staticFiles } from "./static-files.ts";

/** GraphiQL at `GET /graphql` for browsers, from our own files under `/graphiql/`. */
export const graphiqlRoute = (folder: string, config: Config): Route => {
  const serve = staticFiles(folder, "graphiql.html");
  const policy = graphiqlPolicy(config);
  return (request, response, { path }) => {
    const isPage = path === "/graphql" && request.method === "GET" && prefersHtml(request.headers.accept);
    if (!isPage && !path.startsWith("/graphiql/")) return false;
    if (!serve) {
      plain(response, 503, "GraphiQL has not been built. Run: npx -y pnpm@12 build");
      return true;
    }
    // Workers get a policy of their own from the file that they are.
    response.setHeader("content-security-policy", policy);
    request.url = isPage ? "/graphiql.html" : path.slice("/graphiql".length);
    serve(request, response, () => plain(response, 404, "There is nothing at this address."));
    return true;
  };
};

const prefersHtml = (accept: string | undefined) => accept?.split(",", 1)[0]?.trim() === "text/html";
