import { foldText } from "@tavolo/schema";
import type { LaidTables } from "./lay-tables.ts";
import { vocabulary } from "./vocabulary.ts";

/** Who asks: their headers for the API, and how hand-written SQL finds their seats. */
export interface Asker {
  readonly headers: Readonly<Record<string, string>>;
  readonly seats: string;
  readonly secret: string;
}

/** A first page, asked of the API and by hand. */
export interface Question {
  readonly name: string;
  readonly asker: Asker;
  readonly filter: object;
  /** The project that is asked about; null for all that one sees. */
  readonly project: string | null;
  /** Conditions on `item` and its `board`, as somebody writes them who knows the tables. */
  readonly where: string;
}

/** What a list of items shows. */
export const QUERY = `query ($filter: ItemFilter) {
  items(filter: $filter, first: 25) {
    nodes {
      id kind collection sectionKey excerpt language updatedAt
      board { id title }
      author { displayName stakeholderGroup }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const program = (token: string): Asker => ({
  headers: { authorization: `Bearer ${token}` },
  secret: token,
  seats: `select seat.project, seat.workshop from api_token token join participant seat on seat.id = token.participant
           where token.token_hash = sha256($1::bytea) and token.revoked_at is null and token.expires_at > now()
             and seat.removed_at is null and seat.waiting_since is null`,
});

const person = (session: string): Asker => ({
  headers: { cookie: `tavolo_session=${session}` },
  secret: session,
  seats: `select seat.project, seat.workshop from session join participant seat on seat.person = session.person
           where session.token_hash = sha256($1::bytea) and session.revoked_at is null and session.expires_at > now()
             and seat.removed_at is null and seat.waiting_since is null`,
});

/** A word that most notes have, and one that one in a thousand has. */
const [COMMON, RARE] = [vocabulary[0]!, vocabulary[900]!];

/** Where the group of a writer is shown: by name, or where enough of it sit at the table. */
const SHOWN_AS_CSO = `exists (select from participant writer
    where writer.id = item.created_by and writer.withdrawn_at is null and writer.stakeholder_group = 'cso')
  and (board.display = 'named' or board.display = 'group' and 5 <= (select count(*) from participant seat
    where (seat.workshop = board.workshop or seat.workshop is null and seat.project = board.project)
      and seat.stakeholder_group = 'cso' and seat.removed_at is null and seat.waiting_since is null))`;

export const questionsOf = ({ project, token, moderator, guest }: LaidTables): readonly Question[] => {
  const by =
    (asker: Asker, of: string | null) =>
    (name: string, filter: object = {}, where = ""): Question => ({
      name,
      asker,
      project: of,
      filter: of ? { project: of, ...filter } : filter,
      where,
    });
  const one = by(program(token), project);
  const ten = by(person(moderator), null);
  const since = new Date(Date.now() - 3 * 365 * 86_400_000).toISOString();
  const inThreats = "board.kind = 'swot' and item.section = 'T'";
  const cites = (code: string) => `item.provisions <> '{}' and item.provisions @> array['${code}']`;
  const says = (word: string) => `item.words @@ '${foldText(word)}:*'::tsquery`;
  const changed = `item.updated_at >= '${since}'`;
  return [
    one("project"),
    one("kind and section", { kind: "SWOT", section: "T" }, inThreats),
    one("collection", { collection: "clusters" }, "item.collection = 'clusters'"),
    one("provision, often cited", { provision: "CFR-01" }, cites("CFR-01")),
    one("provision, seldom cited", { provision: "CFR-50" }, cites("CFR-50")),
    one("word, common", { text: COMMON }, says(COMMON)),
    one("word, rare", { text: RARE }, says(RARE)),
    one("word, never used", { text: "xylophone" }, says("xylophone")),
    one("two words", { text: `${COMMON} ${RARE}` }, `${says(COMMON)} and ${says(RARE)}`),
    one("stakeholder group", { stakeholderGroup: "CSO" }, SHOWN_AS_CSO),
    one("changed since", { updatedSince: since }, changed),
    one(
      "all of these",
      { kind: "SWOT", section: "T", provision: "CFR-01", text: COMMON, updatedSince: since },
      [inThreats, cites("CFR-01"), says(COMMON), changed].join(" and "),
    ),
    by(person(guest), project)("guest of one workshop"),
    ten("ten projects"),
    ten("ten projects, word, rare", { text: RARE }, says(RARE)),
  ];
};
