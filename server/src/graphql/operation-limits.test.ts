import "reflect-metadata";
import { buildSchema, getIntrospectionQuery, parse, specifiedRules, validate } from "graphql";
import { describe, expect, it, onTestFinished } from "vitest";
import { limits } from "./limits.ts";
import { LARGEST_PAGE, operationLimits } from "./operation-limits.ts";

const schema = buildSchema(`
  type Query { project: Project boards(first: Int! = 25): BoardConnection! tags: [Tag!]! }
  type Project { name: String! boards(first: Int! = 25): BoardConnection! }
  type BoardConnection { nodes: [Board!]! edges: [Edge!]! }
  type Edge { node: Board! }
  type Board { title: String! project: Project! tags: [Tag!]! }
  type Tag { name: String! }
`);

const refusals = (query: string) =>
  validate(schema, parse(query), [...specifiedRules, operationLimits]).map(({ extensions }) => extensions);

/** A board’s project’s boards’ project’s …: three levels of selection each. */
const deeper = (steps: number, inner: string): string =>
  steps === 0 ? inner : `project { boards(first: 1) { nodes { ${deeper(steps - 1, inner)} } } }`;
const boards = (inner: string) => `{ boards(first: 1) { nodes { ${inner} } } }`;

describe("the limits of an operation", () => {
  it("let an ordinary query pass", () => {
    expect(refusals("{ boards { nodes { title project { name } tags { name } } } }")).toEqual([]);
  });

  it("refuse what is nested too deeply, by a code a client can act on", () => {
    expect(refusals(boards(deeper(7, "title")))).toEqual([]);
    expect(refusals(boards(deeper(8, "title")))).toEqual([
      { code: "QUERY_TOO_COMPLEX", limit: "depth", found: 27, maximum: limits.depth },
    ]);
  });

  it("count the depth of fragments", () => {
    const fragment = `fragment F on Board { ${deeper(3, "title")} }`;
    expect(refusals(`${boards(deeper(4, "...F"))} ${fragment}`)).toEqual([]);
    expect(refusals(`${boards(deeper(5, "...F"))} ${fragment}`)).toMatchObject([{ limit: "depth" }]);
  });

  it("multiply pages within pages", () => {
    expect(
      refusals("{ boards(first: 100) { nodes { project { boards(first: 10) { nodes { title } } } } } }"),
    ).toEqual([]);
    expect(
      refusals(
        "{ boards(first: 100) { nodes { project { boards(first: 100) { nodes { tags { name } } } } } } }",
      ),
    ).toMatchObject([{ limit: "cost" }]);
  });

  it("take a page size from a variable for the largest", () => {
    const query = `query ($n: Int! = 1) { boards(first: $n) { nodes { project { boards(first: $n) { nodes { tags { name } } } } } } }`;
    expect(refusals(query)).toMatchObject([{ limit: "cost" }]);
  });

  it("take it for the largest of the field, where that has pages of its own size", () => {
    const boardsOfAll = schema.getQueryType()!.getFields()["boards"]!;
    const { extensions } = boardsOfAll;
    onTestFinished(() => void (boardsOfAll.extensions = extensions));
    const query = `query ($n: Int!) { boards(first: $n) { nodes { tags { name } project { boards(first: 20) { nodes { title } } } } } }`;
    expect(refusals(query)).toEqual([]);
    boardsOfAll.extensions = { [LARGEST_PAGE]: 1_000 };
    expect(refusals(query)).toMatchObject([{ limit: "cost" }]);
  });

  it("refuse many aliases and many directives", () => {
    const fields = (count: number, field: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => field(index)).join(" ");
    expect(refusals(`{ ${fields(limits.aliases, (i) => `a${i}: tags { name }`)} }`)).toEqual([]);
    expect(refusals(`{ ${fields(limits.aliases + 1, (i) => `a${i}: tags { name }`)} }`)).toMatchObject([
      { limit: "aliases" },
    ]);
    expect(
      refusals(`{ ${fields(limits.directives + 1, () => "project @include(if: true) { name }")} }`),
    ).toMatchObject([{ limit: "directives" }]);
  });

  it("measure a fragment once, however often it is spread", () => {
    const fragments = Array.from(
      { length: 60 },
      (_, i) => `fragment F${i} on Board { ...F${i + 1} ...F${i + 1} project { name } }`,
    ).join(" ");
    const started = performance.now();
    refusals(`{ boards(first: 1) { nodes { ...F0 } } } ${fragments} fragment F60 on Board { title }`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it("end on a fragment that contains itself", () => {
    const query = "{ project { ...A } } fragment A on Project { boards { nodes { project { ...A } } } }";
    expect(validate(schema, parse(query), specifiedRules)).not.toEqual([]);
    expect(() => refusals(query)).not.toThrow();
  });

  it("let a tool read the schema", () => {
    expect(refusals(getIntrospectionQuery())).toEqual([]);
  });
});
