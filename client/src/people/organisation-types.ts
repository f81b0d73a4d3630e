/** What kind of body an organisation can be, as GraphQL names them. */
export const organisationTypes = [
  "MUNICIPALITY",
  "METROPOLITAN_AUTHORITY",
  "REGION",
  "NATIONAL_AUTHORITY",
  "EQUALITY_BODY",
  "CITY_NETWORK",
  "CSO",
  "CSO_NETWORK",
  "COMMUNITY",
  "UNIVERSITY",
  "OTHER",
] as const;
export type OrganisationType = (typeof organisationTypes)[number];
