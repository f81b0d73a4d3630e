import { isId } from "../../ids.ts";
import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import { isRecord } from "../json.ts";
import { checkPlainText, readablePlainText, textLength } from "../plain-text.ts";

/** Fits "Municipality – Department of …, Office for …" and one line of a cell. */
export const ORGANISATION_LENGTH = 120;

/**
 * Who: the name as somebody typed or chose it, and the id of the project's organisation where it is one of those. The
 * name is kept beside the id, so that a cell says something after the organisation is renamed, merged or gone. It is
 * never a participant: on a board that hides its writers, an id would unmask them.
 */
export interface NamedOrganisation {
  readonly name: string;
  readonly id: string | null;
}

/** An organisation as an edit gives it: its name alone will do. */
export interface OrganisationInput {
  readonly name: string;
  readonly id?: string | null;
}

export interface OrganisationField extends Field<
  NamedOrganisation | null,
  "plain",
  OrganisationInput | null
> {
  readonly kind: "organisation";
}

/** One organisation, office or role by name, or `null`. */
export function organisation(): OrganisationField {
  return {
    kind: "organisation",
    shared: "plain",
    initial: null,
    required: false,
    read: readOrganisation,
    check: (value, name = "organisation") => (value === null ? null : checkOrganisation(value, name)),
  };
}

/** The organisation that a JSON value names, or null. */
export function readOrganisation(raw: unknown): NamedOrganisation | null {
  if (!isRecord(raw) || typeof raw["name"] !== "string") return null;
  const name = readablePlainText(raw["name"]).trim();
  if (name === "" || textLength(name) > ORGANISATION_LENGTH) return null;
  return { name, id: isId(raw["id"]) ? raw["id"] : null };
}

/** What an edit gives as an organisation: its name alone, or its name and id. */
export function checkOrganisation(value: unknown, field: string): NamedOrganisation {
  if (!isRecord(value)) throw new InvalidEdit("INVALID_VALUE", field, `${field} must have a name.`);
  const name = checkPlainText(value["name"], ORGANISATION_LENGTH, field).trim();
  const { id = null } = value;
  if (name === "") throw new InvalidEdit("INVALID_VALUE", field, `${field} must have a name.`);
  if (id !== null && !isId(id)) {
    throw new InvalidEdit("INVALID_VALUE", field, `${field} must have the id of an organisation or none.`);
  }
  return { name, id };
}
