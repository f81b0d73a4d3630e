import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { GraphQLDate, GraphQLDateTime, GraphQLJSON } from "graphql-scalars";
import { invalidValue } from "../errors.ts";

const describe = (scalar: GraphQLScalarType, description: string) =>
  new GraphQLScalarType({ ...scalar.toConfig(), description });

export const DateTime = describe(GraphQLDateTime, "A moment, as RFC 3339 text in UTC: 2025-03-14T09:10:37Z.");
export const CalendarDate = describe(GraphQLDate, "A day without a time, as RFC 3339 text: 2025-03-14.");
export const JSONValue = describe(
  GraphQLJSON,
  "Any JSON value, as the declaration of its field says: a code as text, a number, or null.",
);

const webAddress = (value: unknown): string => {
  if (typeof value !== "string" || !["http:", "https:"].includes(URL.parse(value)?.protocol ?? "")) {
    throw new GraphQLError("An http or https address is expected, such as https://example.org/report.");
  }
  return value;
};

// Not graphql-scalars’ URL: that one rewrites addresses, and what people wrote must come back as it was.
export const WebAddress = new GraphQLScalarType({
  name: "URL",
  description: "An http or https address as text, kept as it was written.",
  specifiedByURL: "https://url.spec.whatwg.org/",
  serialize: String,
  parseValue: webAddress,
  parseLiteral: (node) => webAddress(node.kind === Kind.STRING ? node.value : undefined),
});

/** The day that the Date scalar read, as it is stored; throws INVALID_VALUE for one that nobody can mean. */
export const calendarDay = (field: string, day: Date): string => {
  if (day.getUTCFullYear() < 1900) throw invalidValue(field, "This day lies too far back.");
  return day.toISOString().slice(0, 10);
};
