import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { OidcSettings } from "../../config.ts";

/** What the browser keeps while it is at the provider; without it an answer of the provider is worth nothing. */
export interface Journey {
  state: string;
  nonce: string;
  verifier: string;
}

/** Whom the provider names. */
export interface ProviderIdentity {
  issuer: string;
  subject: string;
  name: string | null;
  /** Only where the provider says that it is theirs. */
  confirmedEmail: string | null;
}

export interface SignInProvider {
  /** Where to send the browser. */
  begin(): Promise<{ url: URL; journey: Journey }>;
  /** Whom the browser comes back as; throws where anything of the answer does not fit. */
  finish(cameBackTo: URL, journey: Journey): Promise<ProviderIdentity>;
}

/**
 * An OpenID Connect provider: authorisation code with PKCE, state and nonce. It is looked up when somebody first
 * wants to sign in, so that a provider that is down does not keep the server from starting.
 */
export const createSignInProvider = (settings: OidcSettings, redirectUri: string): SignInProvider => {
  let known: Promise<Configuration> | undefined;
  const lookUp = () => {
    known ??= configure(settings).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };

  return {
    async begin() {
      const configuration = await lookUp();
      const journey = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: "openid email profile",
        code_challenge: await calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: "S256",
        state: journey.state,
        nonce: journey.nonce,
      });
      return { url, journey };
    },
    async finish(cameBackTo, { state, nonce, verifier }) {
      const configuration = await lookUp();
      const tokens = await authorizationCodeGrant(configuration, cameBackTo, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error("The provider names nobody");
      // Many providers tell the address on a second question only.
      const told =
        claims["email"] === undefined && configuration.serverMetadata().userinfo_endpoint
          ? { ...claims, ...(await fetchUserInfo(configuration, tokens.access_token, claims.sub)) }
          : claims;
      const { name, email, email_verified: confirmed } = told as Record<string, unknown>;
      return {
        issuer: claims.iss,
        subject: claims.sub,
        name: typeof name === "string" ? name : null,
        confirmedEmail: typeof email === "string" && confirmed === true ? email : null,
      };
    },
  };
};

const configure = async ({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> => {
  const url = new URL(issuer);
  // The settings let http through for this very machine only.
  const execute = url.protocol === "http:" ? [allowInsecureRequests] : [];
  const found = await discovery(url, clientId, clientSecret, undefined, { execute });
  const metadata = found.serverMetadata();
  // Without a word about it, the specification means the header.
  const methods = metadata.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
  const authentication = methods.includes("client_secret_basic") ? ClientSecretBasic : ClientSecretPost;
  const configuration = new Configuration(metadata, clientId, clientSecret, authentication(clientSecret));
  for (const apply of execute) apply(configuration);
  return configuration;
};
