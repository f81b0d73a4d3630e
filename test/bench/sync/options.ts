import { parseArgs } from "node:util";
import { SCENARIOS } from "./scenarios/scenarios.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { MEASURED_SERVERS, type MeasuredServer } from "./servers/measured-servers.ts";

/** What is measured, how long and how often. */
export interface BenchOptions {
  readonly scenarios: readonly Scenario[];
  readonly servers: readonly MeasuredServer[];
  readonly seconds: number;
  readonly repeats: number;
  readonly json: boolean;
  /** Where CPU profiles of Tavolo go; null for none. */
  readonly profile: string | null;
}

/** Reads the command line. Throws an Error that says what can be chosen. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: args.filter((argument) => argument !== "--"),
    options: {
      scenario: { type: "string" },
      servers: { type: "string" },
      seconds: { type: "string", default: "5" },
      repeats: { type: "string", default: "3" },
      json: { type: "boolean", default: false },
      profile: { type: "string" },
    },
  });
  return {
    scenarios: chosen("--scenario", values.scenario, SCENARIOS, (name, wanted) => name.startsWith(wanted)),
    servers: chosen("--servers", values.servers, MEASURED_SERVERS, (name, wanted) => name === wanted),
    seconds: whole("--seconds", values.seconds),
    repeats: whole("--repeats", values.repeats),
    json: values.json,
    profile: values.profile ?? null,
  };
}

function chosen<T extends { readonly name: string }>(
  option: string,
  list: string | undefined,
  all: readonly T[],
  fits: (name: string, wanted: string) => boolean,
): readonly T[] {
  if (list === undefined) return all;
  const wanted = list.split(",");
  const names = all.map(({ name }) => name).join(", ");
  for (const one of wanted)
    if (!all.some(({ name }) => fits(name, one))) throw new Error(`${option} takes some of ${names}.`);
  return all.filter(({ name }) => wanted.some((one) => fits(name, one)));
}

function whole(option: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${option} takes a whole number from 1.`);
  return number;
}
