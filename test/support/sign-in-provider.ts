import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import { afterAll, beforeAll } from "vitest";
import type { TestServer } from "./start-test-server.ts";

/** Somebody as the provider knows them. */
export interface Citizen {
  sub: string;
  name?: string;
  email?: string;
  email_verified?: boolean;
}

export interface TestProvider {
  /** What the settings of a server need, once the tests run. */
  readonly env: Record<string, string>;
  /** Registers a server: the provider sends browsers back to it alone. */
  serve(server: TestServer): void;
  /** Who is signed in at the provider; null refuses. */
  signedInAs(citizen: Citizen | null): void;
}

const CLIENT = { id: "tavolo", secret: "a secret of this test alone" };

/** A certified OpenID Connect provider on a free port, for all tests of the enclosing `describe`. */
export const useSignInProvider = (): TestProvider => {
  let handle: RequestListener = (_request, response) => response.writeHead(503).end();
  let citizen: Citizen | null = null;
  const http = createServer((request, response) => handle(request, response));
  beforeAll(async () => {
    http.listen(0, "127.0.0.1");
    await once(http, "listening");
  });
  afterAll(() => new Promise<void>((resolve) => http.close(() => resolve())));
  const issuer = () => `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

  return {
    get env() {
      return {
        OIDC_ISSUER: issuer(),
        OIDC_CLIENT_ID: CLIENT.id,
        OIDC_CLIENT_SECRET: CLIENT.secret,
        OIDC_NAME: "Città",
      };
    },
    signedInAs: (now) => (citizen = now),
    serve(server) {
      const provider: Provider = new Provider(issuer(), {
        clients: [
          {
            client_id: CLIENT.id,
            client_secret: CLIENT.secret,
            redirect_uris: [`${server.url}/sign-in/provider/back`],
          },
        ],
        claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
        pkce: { required: () => true },
        cookies: { keys: ["for this test"] },
        features: { devInteractions: { enabled: false } },
        interactions: { url: (_context, { uid }) => `/login/${uid}` },
        findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...citizen, sub }) }),
        // Nobody is asked twice: the provider’s own consent page is not ours to test.
        async loadExistingGrant({ oidc }) {
          const grant = new provider.Grant({ clientId: CLIENT.id, accountId: oidc.session?.accountId });
          grant.addOIDCScope("openid email profile");
          await grant.save();
          return grant;
        },
      });
      const answer = provider.callback();
      handle = (request, response) => {
        const result = citizen
          ? { login: { accountId: citizen.sub } }
          : { error: "access_denied", error_description: "The person said no" };
        if (request.url?.startsWith("/login/")) void provider.interactionFinished(request, response, result);
        else void answer(request, response);
      };
    },
  };
};

/** A browser without a screen: follows redirects and keeps cookies. */
export class Wanderer {
  readonly #cookies = new Map<string, string>();

  /** Goes to an address and on; answers where it ends. */
  async go(address: string): Promise<URL> {
    let url = new URL(address);
    for (let hop = 0; hop < 12; hop += 1) {
      const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await fetch(url, { redirect: "manual", headers: { cookie, "accept-language": "it" } });
      for (const line of response.headers.getSetCookie()) this.#keep(line);
      const location = response.headers.get("location");
      if (!location) return url;
      url = new URL(location, url);
    }
    throw new Error("Sent from one place to the next without end.");
  }

  #keep(line: string): void {
    const [pair = ""] = line.split(";");
    const [name = "", ...value] = pair.split("=");
    if (value.join("=")) this.#cookies.set(name, value.join("="));
    else this.#cookies.delete(name);
  }

  forget(name: string): void {
    this.#cookies.delete(name);
  }

  get session(): string | null {
    const value = this.#cookies.get("tavolo_session");
    return value ? `tavolo_session=${value}` : null;
  }
}
