import { readFile } from "node:fs/promises";
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from "graphql";
import { LANGUAGE_CODES, ROLES, STAKEHOLDER_GROUPS } from "@tavolo/schema";
import { describe, expect, test } from "vitest";
import { errorCodes } from "../errors.ts";
import { defaultPageSize } from "./connection.ts";
import { createSchema } from "./schema.ts";

const schema = createSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !["ID", "String", "Int", "Float", "Boolean"].includes(type.name),
);

const valuesOf = (name: string): unknown[] => {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map(({ value }) => value as unknown) : [];
};

describe("the schema", () => {
  test("is the one that is committed for integrators", async () => {
    const committed = await readFile(new URL("../../../schema/schema.graphql", import.meta.url), "utf8");
    expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toBe(committed);
  });

  test("describes every type, field, argument and value in a sentence", () => {
    const described = types.flatMap((type) => {
      const members = isEnumType(type)
        ? type.getValues()
        : isObjectType(type) || isInterfaceType(type)
          ? Object.values(type.getFields()).flatMap((field) => [
              field,
              ...field.args.map((arg) => ({ ...arg, name: `${field.name}(${arg.name})` })),
            ])
          : isInputObjectType(type)
            ? Object.values(type.getFields())
            : [];
      return [
        { name: type.name, description: type.description },
        ...members.map((member) => ({ ...member, name: `${type.name}.${member.name}` })),
      ];
    });
    const wanting = described.filter(
      ({ description }) => !description || !/^\S.*\.$/s.test(description.trim()),
    );
    expect(wanting.map(({ name, description }) => `${name}: ${description}`)).toEqual([]);
  });

  test("names what the house names: languages, roles, groups, error codes", () => {
    expect(valuesOf("Language")).toEqual([...LANGUAGE_CODES]);
    expect(valuesOf("Role")).toEqual([...ROLES]);
    expect(valuesOf("StakeholderGroup")).toEqual([...STAKEHOLDER_GROUPS, "other"]);
    expect(valuesOf("ErrorCode")).toEqual(Object.keys(errorCodes));
  });

  test("pages every connection alike", () => {
    const connections = types.flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields()).filter((field) =>
            getNamedType(field.type).name.endsWith("Connection"),
          )
        : [],
    );
    expect(connections.length).toBeGreaterThan(5);
    for (const { name, args } of connections) {
      const first = args.find((arg) => arg.name === "first");
      expect(first?.defaultValue, name).toBe(defaultPageSize);
      expect(
        args.some((arg) => arg.name === "after"),
        name,
      ).toBe(true);
    }
  });

  test("takes one input for each mutation and answers with a payload", () => {
    // Who makes the request is all that these need to know.
    const aboutOneself = new Set(["signOut", "endOtherSessions", "exportOwnData", "createDeviceLink"]);
    for (const [name, { args, type }] of Object.entries(schema.getMutationType()?.getFields() ?? {})) {
      expect(getNamedType(type).name, name).toMatch(/Payload$/);
      expect(
        args.map((arg) => arg.name),
        name,
      ).toEqual(aboutOneself.has(name) ? [] : ["input"]);
    }
  });
});
