import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isCompositeType,
  isRequiredArgument,
} from "graphql";
import type { TestServer } from "../support/start-test-server.ts";
import { openGraphQLSocket, subscribe } from "../support/subscribe.ts";
import { type Asker, askers, type FieldPlace } from "./field-place.ts";
import { type Audience, audiences, type FieldRow } from "./field-rows.ts";

interface Heard {
  readonly data: unknown;
  readonly errors: readonly { path?: readonly (string | number)[]; extensions: { code?: unknown } }[];
}

/** What the fields that need one are asked with. */
const argumentOf = (field: string, { noteId, clusterId }: FieldPlace): string => {
  const ids: Record<string, string> = { note: noteId, cluster: clusterId };
  if (!ids[field]) throw new Error(`${field} needs an argument that this matrix does not know.`);
  return `(id: "${ids[field]}")`;
};

const selectionOf = (field: GraphQLField<unknown, unknown>, place: FieldPlace): string => {
  const argument = field.args.some(isRequiredArgument) ? argumentOf(field.name, place) : "";
  return `${field.name}${argument}${isCompositeType(getNamedType(field.type)) ? " { __typename }" : ""}`;
};

/** The objects at the end of a path, through lists and past nulls. */
const objectsAt = (value: unknown, [key, ...rest]: readonly string[]): Record<string, unknown>[] => {
  if (Array.isArray(value))
    return value.flatMap((one) => objectsAt(one, key === undefined ? [] : [key, ...rest]));
  if (typeof value !== "object" || value === null) return [];
  const object = value as Record<string, unknown>;
  return key === undefined ? [object] : objectsAt(object[key], rest);
};

const send = async (
  server: TestServer,
  asker: Asker,
  { credentials }: FieldPlace,
  selection: string,
  through: FieldRow["through"],
): Promise<Heard> => {
  const { cookie, token } = credentials[asker];
  if (!through) {
    const graphql = cookie
      ? server.graphql.as(cookie)
      : token
        ? server.graphql.withToken(token)
        : server.graphql;
    return graphql.send(selection);
  }
  return subscribe(openGraphQLSocket(server, credentials[asker]), `subscription ${selection}`, {})
    .next()
    .then(
      (data) => ({ data, errors: [] }),
      (errors) => ({
        data: null,
        errors: Array.isArray(errors) ? errors : [{ extensions: { code: String(errors) } }],
      }),
    );
};

/** What each field of a type answers somebody on one way: “answered”, “null”, “none” or a code. */
const ask = async (
  server: TestServer,
  type: GraphQLObjectType,
  { path, through }: FieldRow,
  place: FieldPlace,
  asker: Asker,
): Promise<Record<string, string>> => {
  const heads = path(place);
  const keys = heads.filter((head) => !head.startsWith("...")).map((head) => head.split("(", 1)[0]!);
  const fields = Object.values(type.getFields());
  const inner = fields.map((field) => selectionOf(field, place)).join(" ");
  const document = `{ ${[...heads, inner].join(" { ")} ${"} ".repeat(heads.length)}}`;
  const { data, errors } = await send(server, asker, place, document, through);
  const objects = objectsAt(data, keys);
  return Object.fromEntries(
    fields.map(({ name }) => {
      const error = errors.find((one) => {
        const at = (one.path ?? []).filter((step) => typeof step === "string");
        return at.length <= keys.length || at[keys.length] === name;
      });
      if (error) return [name, String(error.extensions.code)];
      if (objects.length === 0) return [name, "none"];
      return [name, objects.some((object) => object[name] !== null) ? "answered" : "null"];
    }),
  );
};

/** The audience of each field that a row names. */
export const audienceOf = ({ fields }: FieldRow): ReadonlyMap<string, Audience> =>
  new Map(
    Object.entries(fields).flatMap(([audience, names]) =>
      names
        .split(" ")
        .filter(Boolean)
        .map((name) => [name, audience as Audience] as const),
    ),
  );

/** Asks everybody for every field on one way; answers what differs from the row, a sentence each. */
export const mismatchesOf = async (
  server: TestServer,
  type: GraphQLObjectType,
  row: FieldRow,
  place: FieldPlace,
  inTheArchive: boolean = false,
): Promise<string[]> => {
  const found: string[] = [];
  const audienceFor = audienceOf(row);
  for (const asker of askers) {
    const got = await ask(server, type, row, place, asker);
    for (const [field, answer] of Object.entries(got)) {
      const audience = audienceFor.get(field);
      const named = audience === "inTheArchive" && inTheArchive ? "answered" : audience;
      const reached = row.reach[asker];
      const expected = reached === "answered" ? named && audiences[named]?.[asker] : reached;
      // One’s own, which not everybody has.
      if (expected === undefined && named === "perhaps" && ["answered", "null"].includes(answer)) continue;
      if (answer !== expected)
        found.push(
          `${type.name}.${field} by ${row.path(place).join(" › ")}: ${asker} got ${answer}, not ${expected ?? "a row"}`,
        );
    }
  }
  return found;
};
