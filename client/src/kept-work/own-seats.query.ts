import { graphql } from "../graphql/graphql.ts";

/** As whom this browser writes: whose work on the device is this session’s. */
export const ownSeatsQuery = graphql(`
  query OwnSeats {
    viewer {
      kind
      participations {
        id
      }
    }
  }
`);
