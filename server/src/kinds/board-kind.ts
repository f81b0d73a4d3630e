import { boardKinds, boardTemplates } from "@tavolo/schema";
import { describedEnum } from "../graphql/enums.ts";
import { enumValueName, sentence } from "./type-names.ts";

/** What a kind is and is good for, as its template says. */
export const kindDescription = (kind: string): string => {
  const template = boardTemplates().find((one) => one.kind === kind);
  return template ? sentence(template.name.en ?? kind, template.purpose.en) : sentence(kind);
};

/** Every method that is declared, whether boards of it can be laid out yet or not. */
export const BoardKind: Readonly<Record<string, string>> = describedEnum(
  "BoardKind",
  "The method a board follows. Those that boards can be made of are in `templates`.",
  Object.fromEntries(
    [...boardKinds.keys()].map((kind) => [enumValueName(kind), [kind, kindDescription(kind)] as const]),
  ),
);
