import { byId } from "../graphql/by-id.ts";
import { BoardSchema } from "./board.entity.ts";

export const boardById = byId((em, ids) => em.find(BoardSchema, { id: { $in: ids } }));
