import { invalidValue } from "../errors.ts";

/** An ISO 3166-1 code in upper case; throws INVALID_VALUE. */
export const checkedCountry = (country: string): string => {
  const code = country.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) {
    throw invalidValue("country", "A country is given by its code of two letters, such as IT.");
  }
  return code;
};

/** A number of people; throws INVALID_VALUE. */
export const checkedPopulation = (population: number | null | undefined): number | null => {
  if (typeof population === "number" && population < 0) {
    throw invalidValue("population", "A population cannot be less than nobody.");
  }
  return population ?? null;
};
