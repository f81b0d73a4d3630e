import { graphql } from "../graphql/graphql.ts";

export const renameBoardMutation = graphql(`
  mutation RenameBoard($input: UpdateBoardInput!) {
    updateBoard(input: $input) {
      board {
        id
      }
    }
  }
`);

export const moveBoardMutation = graphql(`
  mutation MoveBoard($input: MoveBoardInput!) {
    moveBoard(input: $input) {
      board {
        id
      }
    }
  }
`);

export const duplicateBoardMutation = graphql(`
  mutation DuplicateBoard($input: DuplicateBoardInput!) {
    duplicateBoard(input: $input) {
      board {
        id
      }
    }
  }
`);
