import { readFile } from "node:fs/promises";
import { type Role, RULES } from "@tavolo/schema";
import {
  buildSchema,
  getNamedType,
  type GraphQLNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { audienceOf, mismatchesOf } from "../policy/ask-fields.ts";
import { type Asker, askers, type FieldPlace, setFieldPlace } from "../policy/field-place.ts";
import { fieldRows } from "../policy/field-rows.ts";
import { openBoardClient } from "../support/board-client.ts";
import { signInAdministrator } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { openGraphQLSocket, subscribe } from "../support/subscribe.ts";

const printed = new URL("../../schema/schema.graphql", import.meta.url);
const schema = buildSchema(await readFile(printed, "utf8"));
const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
/** What a reader comes to; what mutations alone answer belongs to whoever their row lets in. */
const reached = new Set<GraphQLNamedType>();
const reach = (type: GraphQLNamedType | null | undefined): void => {
  if (!type || reached.has(type)) return;
  reached.add(type);
  if (isObjectType(type) || isInterfaceType(type))
    for (const field of Object.values(type.getFields())) reach(getNamedType(field.type));
  if (isAbstractType(type)) for (const possible of schema.getPossibleTypes(type)) reach(possible);
};
for (const root of [schema.getQueryType(), schema.getSubscriptionType()]) reach(root);
const types = Object.values(schema.getTypeMap()).filter(
  (type) => isObjectType(type) && !type.name.startsWith("__") && !roots.includes(type) && reached.has(type),
);
const typeNamed = (name: string) => {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`The schema has no type ${name}.`);
  return type;
};

describe("who is told what", () => {
  const server = useTestServer();
  let place: FieldPlace;
  beforeAll(async () => {
    place = await setFieldPlace(server, await signInAdministrator(server));
  });

  /** Somebody has each of the signed boards open, and those who follow it have been told. */
  const comeToBoards = async () => {
    const { cookie } = place.contributor;
    for (const boardId of [place.named, place.grouped, place.anonymous]) {
      await openBoardClient({ url: server.url, boardId, cookie });
      const following = subscribe<{ presence: { participants: object[] } }>(
        openGraphQLSocket(server, { cookie }),
        `subscription ($boardId: ID!) { presence(boardId: $boardId) { participants { colour } } }`,
        { boardId },
      );
      while ((await following.next()).presence.participants.length === 0);
    }
  };

  test("every type and field has its row", () => {
    const without = types.filter(({ name }) => !fieldRows[name]).map(({ name }) => `${name} has no row`);
    const astray = Object.entries(fieldRows).flatMap(([name, rows]) => {
      const fields = Object.keys(typeNamed(name).getFields());
      return rows.flatMap((row) => {
        const named = [...audienceOf(row).keys()];
        return [
          ...fields.filter((field) => !named.includes(field)).map((field) => `${name}.${field} has no row`),
          ...named.filter((field) => !fields.includes(field)).map((field) => `${name}.${field} is no field`),
        ];
      });
    });
    expect([...without, ...astray]).toEqual([]);
  });

  test.each(Object.keys(fieldRows))("%s", async (name) => {
    if (name === "PresentParticipant") await comeToBoards();
    const found: string[] = [];
    for (const row of fieldRows[name]!)
      found.push(...(await mismatchesOf(server, typeNamed(name), row, place)));
    expect(found).toEqual([]);
  });

  test("what is one’s own is nobody else’s", async () => {
    const seen = new Map<string, Asker>();
    const shared: string[] = [];
    for (const asker of askers) {
      const { cookie, token } = place.credentials[asker];
      const graphql = cookie
        ? server.graphql.as(cookie)
        : token
          ? server.graphql.withToken(token)
          : server.graphql;
      const { data } = await graphql.send<{
        viewer: Record<"sessions" | "participations", { id: string; isViewer?: boolean }[]>;
        ownData: { seats: { id: string; items: { id: string }[] }[] } | null;
      }>(
        `{ viewer { sessions { id } participations { id isViewer } } ownData { seats { id items { id } } } }`,
      );
      const { sessions, participations } = data!.viewer;
      expect(participations.every(({ isViewer }) => isViewer)).toBe(true);
      const seats = data!.ownData?.seats ?? [];
      const own = [...sessions, ...participations, ...seats, ...seats.flatMap(({ items }) => items)];
      for (const id of new Set(own.map((one) => one.id))) {
        if (seen.has(id)) shared.push(`${asker} is told of what is ${seen.get(id)}’s`);
        seen.set(id, asker);
      }
    }
    expect(shared).toEqual([]);
  });

  test("a rule that lets everybody manage people is found out", async () => {
    const table = RULES as unknown as Record<"participant.setRole", { roles: readonly Role[] }>;
    const rule = table["participant.setRole"];
    onTestFinished(() => void (table["participant.setRole"] = rule));
    table["participant.setRole"] = { roles: ["moderator", "contributor", "observer"] };
    const found = await mismatchesOf(server, typeNamed("Project"), fieldRows["Project"]![0]!, place);
    for (const field of ["apiTokens", "moderatorInvitations", "participants"]) {
      expect(found.join("\n")).toContain(`Project.${field} by`);
    }
  });

  // Last: nothing is in use after it.
  test("in the archive, all is told as before", async () => {
    await place.moderator.graphql.run(
      `mutation ($input: ProjectArchiveInput!) { archiveProject(input: $input) { project { archivedAt } } }`,
      { input: { projectId: place.projectId } },
    );
    const found: string[] = [];
    for (const name of ["Project", "Workshop", "SwotBoard", "PestelBoard"]) {
      for (const row of fieldRows[name]!)
        found.push(...(await mismatchesOf(server, typeNamed(name), row, place, true)));
    }
    expect(found).toEqual([]);
  });
});
