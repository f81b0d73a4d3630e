import { type Action, ACTIONS, ITEM_NOUNS, type Role, RULES } from "@tavolo/schema";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type RolePlace, setRolePlace } from "../policy/role-place.ts";
import { answerTo, questionOf, type Row } from "../policy/role-rows.ts";
import { closedRows, isBeyondContent, rowOfRule } from "../policy/rule-rows.ts";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { type SignedIn, signInAdministrator } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

interface Rule {
  readonly roles: readonly Role[];
  readonly whileOpen?: true;
  readonly whileInUse?: true;
  readonly onOwn?: true;
}

/** The table the server asks: it runs in this process, so a rule that is changed here is changed for it. */
const table = RULES as unknown as Record<Action, Rule | undefined>;
const printed: Readonly<Record<Action, Rule>> = { ...RULES };
const beyondContent = ACTIONS.filter(isBeyondContent);
const isOnContent = (action: Action) => ITEM_NOUNS.some((noun) => action.startsWith(`${noun}.`));

const conditionOf = ({ whileInUse, whileOpen }: Rule) =>
  whileInUse ? "whileInUse" : whileOpen ? "whileOpen" : null;

/** Whoever may do something at the table, least first; the program is a contributor of the whole project. */
const askers = ["observer", "contributor", "program", "moderator"] as const;
const expectedOf = ([, , observer, contributor, moderator]: Row): readonly string[] => [
  observer,
  contributor,
  contributor,
  moderator,
];

describe("a rule that was changed is found out", () => {
  const server = useTestServer();
  let administrator: Pick<SignedIn, "cookie" | "graphql">;
  beforeAll(async () => {
    administrator = await signInAdministrator(server);
  });
  afterEach(() => void Object.assign(table, printed));

  /** The row that asks about a rule, at a table of its own. */
  const rowAt = (place: RolePlace, action: keyof typeof rowOfRule) => {
    const { expected: row, ask } = rowOfRule[action];
    const expected = expectedOf(row);
    const clients: GraphQLClient[] = [
      place.observer.graphql,
      place.contributor.graphql,
      place.program,
      place.moderator.graphql,
    ];
    /** What is asked about anew each time, since a loosened rule may let it go. */
    const prepare = async (): Promise<RolePlace> => {
      if (!action.startsWith("participant.")) return place;
      const { participantId } = await place.join({ displayName: "Guest" });
      if (action === "participant.readmit")
        await place.moderator.graphql.run(
          `mutation ($input: RemoveParticipantInput!) { removeParticipant(input: $input) { participant { id } } }`,
          { input: { participantId } },
        );
      return { ...place, guestId: participantId };
    };
    /** Who is answered otherwise than the row says; the first is enough. Where some are refused, they are asked. */
    const mismatch = async (): Promise<string | null> => {
      const prepared = await prepare();
      const isForAll = expected.every((code) => code === "ok");
      for (const [index, client] of clients.entries()) {
        if (expected[index] === "ok" && !isForAll) continue;
        const got = await ask(client, prepared);
        if (got !== expected[index]) return `${action} as ${askers[index]}: ${got}, not ${expected[index]}`;
      }
      return null;
    };
    return { mismatch };
  };

  test("and none is without a row", () => {
    expect(ACTIONS.filter((action) => !isOnContent(action)).toSorted()).toEqual(
      Object.keys(rowOfRule).toSorted(),
    );
    const conditional = beyondContent.filter((action) => conditionOf(printed[action]));
    expect([...new Set(closedRows.map(({ rule }) => rule))].toSorted()).toEqual(conditional.toSorted());
  });

  const combinations: readonly (readonly Role[])[] = [
    ["moderator"],
    ["moderator", "contributor"],
    ["moderator", "observer"],
    ["moderator", "contributor", "observer"],
  ];

  test.each(beyondContent)("%s: for others", async (action) => {
    const { mismatch } = rowAt(await setRolePlace(server, administrator), action);
    const rule = printed[action];
    const others = combinations.filter((roles) => roles.join() !== rule.roles.join());
    const expectFound = async (changed: Rule | undefined, what: string) => {
      expect(await mismatch(), "the row itself").toBeNull();
      table[action] = changed;
      expect(await mismatch(), what).not.toBeNull();
      table[action] = rule;
    };
    await expectFound(undefined, "taken out of the table");
    for (const roles of others) await expectFound({ ...rule, roles }, `for ${roles.join(", ")}`);
  });

  test.each(closedRows.map((closed) => [closed.rule, closed.after, closed] as const))(
    "%s: also after %s",
    async (action, after, { code, ask }) => {
      const place = await setRolePlace(server, administrator);
      const { graphql } = place.moderator;
      expect(await answerTo(graphql, questionOf(after, place))).toBe("ok");
      expect(await ask(graphql, place)).toBe(code);
      const rule = printed[action];
      table[action] = { ...rule, [conditionOf(rule)!]: undefined };
      expect(await ask(graphql, place)).not.toBe(code);
    },
  );
});
