import { parseArgs } from "node:util";

export interface Options {
  readonly items: number;
  readonly repeats: number;
  readonly json: boolean;
}

/** Reads the command line. Throws an Error that says what can be chosen. */
export const readOptions = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: args.filter((argument) => argument !== "--"),
    options: {
      items: { type: "string", default: "1000000" },
      repeats: { type: "string", default: "60" },
      json: { type: "boolean", default: false },
    },
  });
  return {
    items: whole("--items", values.items, 10_000),
    repeats: whole("--repeats", values.repeats, 5),
    json: values.json,
  };
};

const whole = (option: string, value: string, least: number): number => {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least)
    throw new Error(`${option} takes a whole number from ${least}.`);
  return number;
};
