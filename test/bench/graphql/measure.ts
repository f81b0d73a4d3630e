import { Agent, request } from "node:http";
import type pg from "pg";
import { askByHand } from "./by-hand.ts";
import { QUERY, type Question } from "./questions.ts";

/** Runs before the first one counts: caches fill, code is compiled. */
const WARM_UP = 15;

/** One question’s median times in milliseconds, and how much longer the API took. */
export interface Measured {
  readonly name: string;
  readonly rows: number;
  readonly sqlMs: number;
  readonly apiMs: number;
  readonly ratio: number;
}

interface Answer {
  readonly data: {
    readonly items: { readonly nodes: readonly { id: string; board: { id: string } }[] };
  } | null;
  readonly errors?: unknown;
}

/** Connections stay open, as a program’s do. */
const agent = new Agent({ keepAlive: true });

/** Asks both in turn, `repeats` times; throws where they do not answer the same items in the same order. */
export const measure = async (
  question: Question,
  { client, url, repeats }: { client: pg.Client; url: string; repeats: number },
): Promise<Measured> => {
  const sql: number[] = [];
  const api: number[] = [];
  let rows = 0;
  for (let run = -WARM_UP; run < repeats; run += 1) {
    const began = performance.now();
    const byHand = await askByHand(client, question.asker, question);
    const between = performance.now();
    const answered = await askApi(url, question);
    const ended = performance.now();
    const keys = byHand.map(({ id, board }) => `${board} ${id}`).join();
    if (keys !== answered.map(({ id, board }) => `${board.id} ${id}`).join())
      throw new Error(`“${question.name}” is answered differently by the API and by hand.`);
    rows = byHand.length;
    if (run < 0) continue;
    sql.push(between - began);
    api.push(ended - between);
  }
  const [sqlMs, apiMs] = [median(sql), median(api)];
  return { name: question.name, rows, sqlMs, apiMs, ratio: apiMs / sqlMs };
};

const askApi = async (url: string, { asker, filter }: Question) => {
  const text = await post(url, asker.headers, JSON.stringify({ query: QUERY, variables: { filter } }));
  const { data, errors } = JSON.parse(text) as Answer;
  if (!data) throw new Error(`The API refused: ${JSON.stringify(errors)}`);
  return data.items.nodes;
};

const post = (url: string, headers: Readonly<Record<string, string>>, body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const sent = request(
      `${url}/graphql`,
      { method: "POST", agent, headers: { "content-type": "application/json", ...headers } },
      (response) => {
        let text = "";
        response
          .setEncoding("utf8")
          .on("data", (part: string) => (text += part))
          .on("end", () => resolve(text))
          .on("error", reject);
      },
    );
    sent.on("error", reject).end(body);
  });

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2;
};
