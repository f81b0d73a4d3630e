import { createSchema } from "@tavolo/server/graphql/schema.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { layOutKinds } from "../policy/lay-out-kinds.ts";
import { type RolePlace, setRolePlace } from "../policy/role-place.ts";
import {
  answerTo,
  mutations,
  queries,
  questionOf,
  someone,
  type Someone,
  subscriptions,
} from "../policy/role-rows.ts";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { setTable, signInAdministrator } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { openGraphQLSocket, subscribe } from "../support/subscribe.ts";

describe("every way in has its policy", () => {
  const server = useTestServer();
  let place: RolePlace;
  let clients: Record<Someone, GraphQLClient>;
  let cookies: Record<Someone, string | undefined>;

  beforeAll(async () => {
    const administrator = await signInAdministrator(server);
    place = await setRolePlace(server, administrator);
    place.kinds = await layOutKinds(server, place);
    const other = await setTable(server, { moderator: administrator });
    const stranger = await other.join({ displayName: "Stranger" });
    const { observer, contributor, moderator } = place;
    clients = {
      nobody: server.graphql,
      stranger: stranger.graphql,
      observer: observer.graphql,
      contributor: contributor.graphql,
      moderator: moderator.graphql,
    };
    cookies = {
      nobody: undefined,
      stranger: stranger.cookie,
      observer: observer.cookie,
      contributor: contributor.cookie,
      moderator: moderator.cookie,
    };
  });

  test("and none is missing from the table", () => {
    const schema = createSchema();
    expect(Object.keys(queries).sort()).toEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort());
    expect(Object.keys(mutations).sort()).toEqual(
      Object.keys(schema.getMutationType()?.getFields() ?? {}).sort(),
    );
    expect(Object.keys(subscriptions).sort()).toEqual(
      Object.keys(schema.getSubscriptionType()?.getFields() ?? {}).sort(),
    );
  });

  test.each(Object.entries(queries))("query %s", async (field, [row]) => {
    const question = questionOf(field, place);
    expect(await Promise.all(someone.map((who) => answerTo(clients[who], question)))).toEqual(row);
  });

  test.each(Object.entries(subscriptions))("subscription %s", async (field, [row, argsOf, quiet]) => {
    const document = `subscription { ${field}${argsOf(place)} { __typename } }`;
    const got: string[] = [];
    for (const who of someone) {
      const client = openGraphQLSocket(server, { cookie: cookies[who] });
      const first = subscribe(client, document, {})
        .next()
        .then(
          () => "ok",
          (errors: { extensions: { code: string } }[]) => errors[0]?.extensions.code ?? "no code",
        );
      // Nothing happens while we look: whoever is not refused by the time a second question is answered, follows.
      const behind = async () => {
        await subscribe(client, "{ projects { totalCount } }", {}).next();
        await subscribe(client, "{ projects { totalCount } }", {}).next();
        return "ok";
      };
      got.push(await (quiet ? Promise.race([first, behind()]) : first));
    }
    expect(got).toEqual(row);
  });

  // In the order of the table and of the people, so that what only moderators may do comes last.
  test.each(Object.entries(mutations))("mutation %s", async (field, [row]) => {
    const question = questionOf(field, place);
    const got: string[] = [];
    for (const who of someone) got.push(await answerTo(clients[who], question));
    expect(got).toEqual(row);
  });
});
