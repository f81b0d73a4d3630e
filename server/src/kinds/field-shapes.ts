import {
  type Anchor as AnchorValue,
  type BreakdownField,
  type CollectionDefinition,
  type Field as DeclaredField,
  isItemRef,
  isSectionRef,
  linksOf,
  scoresOf,
} from "@tavolo/schema";
import { Float, ID, Int } from "type-graphql";
import { describedEnum } from "../graphql/enums.ts";
import { Language } from "../graphql/language.ts";
import { CalendarDate, WebAddress } from "../graphql/scalars.ts";
import { Position } from "../notes/note.graphql.ts";
import { Translation, translationsOf } from "../notes/translation.graphql.ts";
import { provisionsOf } from "../reference/load-frameworks.ts";
import { Provision } from "../reference/provision.graphql.ts";
import { enumValueName, pascal, sentence } from "./type-names.ts";
import {
  Anchor,
  BreakdownPart,
  ItemLink,
  Money,
  NamedOrganisation,
  PairScore,
  Size,
} from "./value-types.graphql.ts";

/** How a declared field is told in GraphQL. */
export interface FieldShape {
  readonly type: unknown;
  readonly list?: boolean;
  readonly nullable?: boolean;
  /** What was read from the document, as `type` wants it; as it is where nothing is said. */
  readonly tell?: (value: never) => unknown;
}

type ShapeOf = (field: DeclaredField, enumName: string) => FieldShape;

/** An enum of a field’s values, described by what they are called in English. */
const valuesOf = (field: DeclaredField, enumName: string): object => {
  const values = "values" in field && Array.isArray(field.values) ? field.values.map(String) : [];
  return describedEnum(
    enumName,
    sentence(field.label?.en ?? enumName),
    Object.fromEntries(
      values.map((code) => [
        enumValueName(code),
        [code, sentence(field.valueNames?.[code]?.en ?? code)] as const,
      ]),
    ),
  );
};

/** By the kind of a field. A field’s kind that is missing here stops the server at its start. */
const shapesByKind: Readonly<Record<string, ShapeOf>> = {
  text: () => ({ type: String }),
  language: () => ({ type: Language }),
  translations: () => ({ type: Translation, list: true, tell: translationsOf }),
  rank: () => ({ type: String }),
  mark: () => ({ type: Boolean }),
  choice: (field, enumName) => ({ type: valuesOf(field, enumName) }),
  colour: (field, enumName) => ({ type: valuesOf(field, enumName) }),
  option: (field, enumName) => ({ type: valuesOf(field, enumName), nullable: true }),
  choices: (field, enumName) => ({ type: valuesOf(field, enumName), list: true }),
  // More than an Int holds.
  number: () => ({ type: Float, nullable: true }),
  rating: () => ({ type: Int, nullable: true }),
  date: () => ({ type: CalendarDate, nullable: true }),
  period: () => ({ type: String, nullable: true }),
  money: () => ({ type: Money, nullable: true }),
  url: () => ({ type: WebAddress, nullable: true }),
  urls: () => ({ type: WebAddress, list: true }),
  tags: () => ({ type: String, list: true }),
  organisation: () => ({ type: NamedOrganisation, nullable: true }),
  organisations: () => ({ type: NamedOrganisation, list: true }),
  provision: () => ({
    type: Provision,
    nullable: true,
    tell: (id: string | null) => (id === null ? null : (provisionsOf([id])[0] ?? null)),
  }),
  provisions: () => ({ type: Provision, list: true, tell: provisionsOf }),
  reference: () => ({ type: ID, nullable: true }),
  references: () => ({ type: ID, list: true }),
  links: () => ({ type: ItemLink, list: true, tell: linksOf }),
  scores: () => ({ type: PairScore, list: true, tell: scoresOf }),
  breakdown: (field) => ({
    type: BreakdownPart,
    list: true,
    tell: (value: Readonly<Record<string, number>>) => partsOf(field as BreakdownField, value),
  }),
  position: () => ({ type: Position, nullable: true }),
  size: () => ({ type: Size, nullable: true }),
  points: () => ({ type: Float, list: true }),
  anchor: () => ({ type: Anchor, nullable: true, tell: anchorOf }),
};

const shapeOf: ShapeOf = (field, enumName) => {
  const shape = shapesByKind[field.kind];
  if (!shape) throw new Error(`${enumName}: the API knows no fields of the kind ${field.kind}.`);
  return shape(field, enumName);
};

/** How all fields of a collection are told that are written or decided; a pointer is told by the item that it leads to. */
export const shapesOf = (
  { fields, decided = {} }: CollectionDefinition,
  name: string,
  section: object,
): Readonly<Record<string, FieldShape>> =>
  Object.fromEntries(
    Object.entries<DeclaredField>({ ...fields, ...decided })
      .filter(([, declared]) => !isItemRef(declared))
      .map(([field, declared]) => [
        field,
        isSectionRef(declared) ? { type: section } : shapeOf(declared, `${name}${pascal(field)}`),
      ]),
  );

export const shapeIn = (shapes: Readonly<Record<string, FieldShape>>, field: string): FieldShape => {
  const shape = shapes[field];
  if (!shape) throw new Error(`${field} has no shape.`);
  return shape;
};

const partsOf = ({ parts, valueNames }: BreakdownField, value: Readonly<Record<string, number>>) =>
  parts.flatMap((part) => {
    const counted = value[part];
    return counted === undefined ? [] : [{ part, label: valueNames?.[part]?.en ?? part, value: counted }];
  });

const anchorOf = (value: AnchorValue | null): Anchor | null =>
  value &&
  ("place" in value ? { collection: null, item: null, place: value.place } : { ...value, place: null });
