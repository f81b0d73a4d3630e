import { idList, PlainRows } from "../database/plain-rows.ts";
import { byId } from "../graphql/by-id.ts";
import { BoardSchema } from "./board.entity.ts";

const boards = new PlainRows(
  "boards-by-id",
  BoardSchema,
  (columns) => `select ${columns} from board where id = any (cast(? as uuid[]))`,
);

export const boardById = byId((em, ids) => boards.find(em, [idList(ids)]));
