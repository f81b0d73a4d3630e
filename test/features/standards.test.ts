import { readFile } from "node:fs/promises";
import { buildSchema, isObjectType } from "graphql";
import { describe, expect, test } from "vitest";
import { eachDatabase } from "../support/databases.ts";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { useTestServer } from "../support/start-test-server.ts";

interface Found {
  id: string;
  citation: string;
  title: string;
}
interface Answer {
  provisions: {
    nodes: Found[];
    totalCount: number;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
  };
}

const provisions = `query ($framework: ID, $parent: ID, $search: String, $first: Int! = 100, $after: String) {
  provisions(framework: $framework, parent: $parent, search: $search, first: $first, after: $after) {
    nodes { id citation title(language: IT) }
    totalCount
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

const ask = async (graphql: GraphQLClient, variables: object) =>
  (await graphql.run<Answer>(provisions, variables)).provisions;
const idsOf = async (graphql: GraphQLClient, variables: object) =>
  (await ask(graphql, variables)).nodes.map(({ id }) => id);

test("the printed schema describes the library and its two refusals", async () => {
  const printed = await readFile(new URL("../../schema/schema.graphql", import.meta.url), "utf8");
  const schema = buildSchema(printed);
  const { frameworks, framework, provisions: list, provision } = schema.getQueryType()!.getFields();
  expect(String(frameworks!.type)).toBe("[Framework!]!");
  expect(String(framework!.type)).toBe("Framework");
  expect(String(list!.type)).toBe("ProvisionConnection!");
  expect(list!.args.map(({ name }) => name)).toEqual(["after", "first", "framework", "parent", "search"]);
  expect(String(provision!.type)).toBe("Provision");
  const type = schema.getType("Provision");
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
  expect(fields.map(({ name, type: of }) => `${name}: ${String(of)}`)).toContain(
    "titles: [ProvisionTitle!]!",
  );
  for (const code of ["FRAMEWORK_NOT_FOUND", "PROVISION_NOT_FOUND"]) expect(printed).toContain(`  ${code}\n`);
});

eachDatabase((database) => {
  const server = useTestServer(database);

  describe("the library of standards", () => {
    test("is told to anyone: what a framework is, where it comes from, how sure its titles are", async () => {
      const { frameworks } = await server.graphql.run<{
        frameworks: { id: string; provisions: { totalCount: number } }[];
      }>(`{ frameworks {
        id version name(language: IT) names { language text } shortName about(language: IT) source sourceUrl
        certaintyNote certainties { language certainty count } levels { key name isCitable }
        provisions(first: 1) { totalCount }
      } }`);
      expect(frameworks).toHaveLength(10);
      expect(frameworks[0]).toEqual({
        id: "eu-charter",
        version: 1,
        name: "Carta dei diritti fondamentali dell'Unione europea",
        names: [
          { language: "EN", text: "Charter of Fundamental Rights of the European Union" },
          { language: "IT", text: "Carta dei diritti fondamentali dell'Unione europea" },
        ],
        shortName: "EU Charter",
        about: expect.stringContaining("un punto di riferimento"),
        source: expect.stringContaining("OJ C 202, 7.6.2016"),
        sourceUrl: "http://data.europa.eu/eli/treaty/char_2012/oj",
        certaintyNote: expect.stringContaining("verified (54/54)"),
        certainties: [
          { language: "EN", certainty: "VERIFIED", count: 61 },
          { language: "IT", certainty: "VERIFIED", count: 49 },
          { language: "IT", certainty: "KNOWN", count: 12 },
        ],
        levels: [
          { key: "title", name: "Title", isCitable: false },
          { key: "article", name: "Article", isCitable: true },
        ],
        provisions: { totalCount: 61 },
      });
      const { totalCount } = await ask(server.graphql, { first: 0 });
      expect(frameworks.reduce((sum, one) => sum + one.provisions.totalCount, 0)).toBe(totalCount);
    });

    test("tells of a provision what it stands under, what it is near to, and how sure each title is", async () => {
      const { provision } = await server.graphql.run<{ provision: object }>(`{ provision(id: "CFR-34") {
        id number label citation(language: IT) title title_it: title(language: IT) description
        titles { language text certainty } level { key } framework { id }
        parent { id number label parent { id } } related { id framework { id } } tags { key name(language: IT) }
      } }`);
      expect(provision).toEqual({
        id: "CFR-34",
        number: "34",
        label: "Art. 34",
        citation: "Carta UE, Art. 34",
        title: "Social security and social assistance",
        title_it: "Sicurezza sociale e assistenza sociale",
        description: null,
        titles: [
          { language: "EN", text: "Social security and social assistance", certainty: "VERIFIED" },
          { language: "IT", text: "Sicurezza sociale e assistenza sociale", certainty: "VERIFIED" },
        ],
        level: { key: "article" },
        framework: { id: "eu-charter" },
        parent: { id: "CFR-T4", number: "IV", label: "Title IV", parent: null },
        related: [
          { id: "OHCHR-housing", framework: { id: "ohchr-indicators" } },
          { id: "OHCHR-social-security", framework: { id: "ohchr-indicators" } },
        ],
        tags: [{ key: "local-services", name: "Spesso toccato dai servizi locali" }],
      });
    });

    test("finds by number and by words of any language, best first", async () => {
      const { graphql } = server;
      expect(await ask(graphql, { search: "11.7" })).toEqual({
        nodes: [
          {
            id: "SDG-11.7",
            citation: "SDGs, Target 11.7",
            title: "Spazi pubblici e verdi sicuri, inclusivi e accessibili",
          },
        ],
        totalCount: 1,
        pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: expect.any(String) },
      });
      expect(await idsOf(graphql, { search: "DIGNITA", framework: "eu-charter" })).toEqual([
        "CFR-T1",
        "CFR-01",
        "CFR-02",
        "CFR-03",
        "CFR-04",
        "CFR-05",
      ]);
      expect(await idsOf(graphql, { search: "nothing of the kind" })).toEqual([]);
    });

    test("answers a subject without an Italian title in English", async () => {
      const { nodes } = await ask(server.graphql, { parent: "ECRI-GPR", search: "15" });
      expect(nodes).toEqual([
        { id: "ECRI-GPR-15", citation: "Equality data, ECRI Recommendation No. 15", title: "Hate speech" },
      ]);
    });

    test("is read in pages, in the order of the standard or of the search", async () => {
      const { graphql } = server;
      for (const variables of [{ framework: "sdg" }, { search: "discrimination" }, { parent: "SDG-16" }]) {
        const whole = await idsOf(graphql, variables);
        const pages: string[] = [];
        let after: string | undefined;
        do {
          const { nodes, totalCount, pageInfo } = await ask(graphql, { ...variables, first: 5, after });
          expect(totalCount).toBe(whole.length);
          expect(pageInfo.hasPreviousPage).toBe(after !== undefined);
          pages.push(...nodes.map(({ id }) => id));
          after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
        } while (after);
        expect(pages).toEqual(whole);
      }
      expect(await idsOf(graphql, { parent: "SDG-16" })).toHaveLength(12);
    });

    test.each([
      ["an unknown framework", `{ framework(id: "magna-carta") { id } }`, "FRAMEWORK_NOT_FOUND"],
      ["provisions of one", `{ provisions(framework: "magna-carta") { totalCount } }`, "FRAMEWORK_NOT_FOUND"],
      ["an unknown provision", `{ provision(id: "CFR-55") { id } }`, "PROVISION_NOT_FOUND"],
      ["what stands under one", `{ provisions(parent: "CFR-55") { totalCount } }`, "PROVISION_NOT_FOUND"],
      ["a page too large", `{ provisions(first: 101) { totalCount } }`, "INVALID_VALUE"],
      ["a paste", `{ provisions(search: "${"right ".repeat(40)}") { totalCount } }`, "TEXT_TOO_LONG"],
      ["a cursor of nobody’s", `{ provisions(after: "page two") { totalCount } }`, "CURSOR_INVALID"],
    ])("refuses %s by its code", async (_what, query, code) => {
      await expect(server.graphql.run(query)).rejects.toMatchObject({ code });
    });

    test("refuses a cursor that belongs to another list", async () => {
      const { pageInfo } = await ask(server.graphql, { framework: "sdg", first: 5 });
      await expect(
        ask(server.graphql, { framework: "eu-charter", after: pageInfo.endCursor }),
      ).rejects.toMatchObject({ code: "CURSOR_INVALID" });
    });
  });
});
