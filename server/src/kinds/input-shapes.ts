import { type Field as DeclaredField, isItemRef } from "@tavolo/schema";
import { provisionById } from "@tavolo/schema/reference/library";
import { ID } from "type-graphql";
import type { Board } from "../boards/board.entity.ts";
import { translationsByLanguage } from "../boards/edit-content.ts";
import { unknownReference } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { calendarDay } from "../graphql/scalars.ts";
import { PositionInput } from "../notes/note.graphql.ts";
import { TranslationInput } from "../notes/translation.graphql.ts";
import type { FieldShape } from "./field-shapes.ts";
import { checkNamedOrganisation } from "./named-organisation.ts";
import { takeLinks } from "./take-links.ts";
import {
  AnchorInput,
  BreakdownPartInput,
  ItemLinkInput,
  MoneyInput,
  NamedOrganisationInput,
  PairScoreInput,
  SizeInput,
} from "./value-inputs.graphql.ts";

/** Where a value that is given belongs. */
export interface Giving {
  readonly context: GraphQLContext;
  readonly board: Board;
  readonly name: string;
  readonly field: DeclaredField;
}

/** How a declared field is given in GraphQL. */
export interface InputShape {
  readonly type: unknown;
  readonly list?: boolean;
  /** What was given, as strict editing takes it; as it is where nothing is said. */
  readonly take?: (value: never, giving: Giving) => unknown;
  /** Whether what is given is set entry by entry, so that the others stay. */
  readonly byEntry?: true;
}

/** Given as it is told. */
const alike = (_field: DeclaredField, shape: FieldShape): InputShape => shape;

type InputOf = (field: DeclaredField, shape: FieldShape) => InputShape;

/** By the kind of a field, as in `field-shapes.ts`; null is never given. A kind that is missing stops the server. */
const inputsByKind: Readonly<Record<string, InputOf | null>> = {
  text: alike,
  language: alike,
  translations: () => ({ type: TranslationInput, list: true, take: translationsByLanguage, byEntry: true }),
  // A place in the order is taken by moving.
  rank: null,
  mark: alike,
  section: alike,
  choice: alike,
  colour: alike,
  option: alike,
  choices: alike,
  number: alike,
  rating: alike,
  date: (_field, { type }) => ({ type, take: (day: Date, { name }) => calendarDay(name, day) }),
  period: alike,
  money: () => ({ type: MoneyInput, take: ({ minor, currency }: MoneyInput) => ({ minor, currency }) }),
  url: alike,
  urls: alike,
  tags: alike,
  organisation: () => ({ type: NamedOrganisationInput, take: checkNamedOrganisation }),
  organisations: () => ({
    type: NamedOrganisationInput,
    list: true,
    take: (named: readonly NamedOrganisationInput[], giving) =>
      Promise.all(named.map((one) => checkNamedOrganisation(one, giving))),
  }),
  provision: () => ({ type: ID, take: checkProvision }),
  provisions: () => ({
    type: ID,
    list: true,
    take: (ids: readonly string[], giving) => ids.map((id) => checkProvision(id, giving)),
  }),
  reference: alike,
  references: alike,
  links: () => ({ type: ItemLinkInput, list: true, take: takeLinks, byEntry: true }),
  scores: () => ({
    type: PairScoreInput,
    list: true,
    // A group that is none of the table’s is refused by the field itself.
    take: (scores: readonly PairScoreInput[]) =>
      Object.fromEntries(scores.map(({ against, group, score }) => [`${against}/${group}`, score ?? null])),
    byEntry: true,
  }),
  breakdown: () => ({
    type: BreakdownPartInput,
    list: true,
    take: (parts: readonly BreakdownPartInput[]) =>
      Object.fromEntries(parts.map(({ part, value }) => [part, value ?? null])),
    byEntry: true,
  }),
  position: () => ({ type: PositionInput, take: ({ x, y }: PositionInput) => ({ x, y }) }),
  size: () => ({ type: SizeInput, take: ({ width, height }: SizeInput) => ({ width, height }) }),
  points: alike,
  anchor: () => ({
    type: AnchorInput,
    take: ({ collection, item, place }: AnchorInput) =>
      place ? { place: { x: place.x, y: place.y } } : { collection, item },
  }),
};

const pointer: InputShape = { type: ID };

/** How a field is given; null for one that never is. */
export const inputShapeOf = (field: DeclaredField, shape: FieldShape | undefined): InputShape | null => {
  if (isItemRef(field)) return pointer;
  const input = inputsByKind[field.kind];
  if (input === undefined || !shape) throw new Error(`The API takes no fields of the kind ${field.kind}.`);
  return input && input(field, shape);
};

const checkProvision = (id: string, { name }: Giving): string => {
  if (!provisionById(id)) throw unknownReference(name, "The library of standards has no such provision.");
  return id;
};
