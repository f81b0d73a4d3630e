import { graphql } from "../graphql/graphql.ts";

export const createBoardMutation = graphql(`
  mutation CreateBoard($input: CreateBoardInput!) {
    createBoard(input: $input) {
      board {
        id
      }
    }
  }
`);
