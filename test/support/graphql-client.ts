/** What a request was answered with, the way a client sees it. */
export interface Answer<Data> {
  status: number;
  data: Data | null;
  errors: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string } & Record<string, unknown>;
  }[];
  /** The cookie to send from now on, where the answer set one. */
  cookie: string | null;
  correlationId: string | null;
}

/** A refusal, thrown by `run`, with its stable code. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly extensions: Record<string, unknown>,
  ) {
    super(`${code}: ${message}`);
  }
}

/** A small GraphQL client over fetch: no cache, no surprises. */
export class GraphQLClient {
  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** The same client signed in with a session cookie. */
  as(cookie: string): GraphQLClient {
    return new GraphQLClient(this.url, { ...this.headers, cookie });
  }

  /** The same client with an integrator’s token. */
  withToken(token: string): GraphQLClient {
    return this.with({ authorization: `Bearer ${token}` });
  }

  /** The same client with further headers. */
  with(headers: Record<string, string>): GraphQLClient {
    return new GraphQLClient(this.url, { ...this.headers, ...headers });
  }

  /** Sends an operation and returns whatever comes back. */
  async send<Data = Record<string, unknown>>(query: string, variables: object = {}): Promise<Answer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...this.headers },
      body: JSON.stringify({ query, variables }),
    });
    const { data = null, errors = [] } = (await response.json()) as Partial<Answer<Data>>;
    const cookie = response.headers.getSetCookie()[0]?.split(";", 1)[0] ?? null;
    const correlationId = response.headers.get("x-correlation-id");
    return { status: response.status, data, errors, cookie, correlationId };
  }

  /** Sends an operation that must succeed; throws Refused otherwise. */
  async run<Data = Record<string, unknown>>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.send<Data>(query, variables);
    const [error] = errors;
    if (error) throw new Refused(error.message, error.extensions.code, error.extensions);
    return data as Data;
  }
}
