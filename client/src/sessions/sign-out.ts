import { graphql } from "../graphql/graphql.ts";

export const signOutMutation = graphql(`
  mutation SignOut {
    signOut {
      signedOut
    }
  }
`);
