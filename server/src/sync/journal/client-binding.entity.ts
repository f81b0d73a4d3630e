import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { BoardSchema } from "../../boards/board.entity.ts";
import { ParticipantSchema } from "../../participants/participant.entity.ts";

/** Whose a Yjs client id is on a board: bound by its first committed struct, never taken over. */
export const ClientBindingSchema = defineEntity({
  name: "ClientBinding",
  tableName: "client_binding",
  properties: {
    board: () => p.manyToOne(BoardSchema).mapToPk().primary(),
    clientId: p.bigint("number").primary(),
    /** Null for the server’s own: mutations write under it, whoever they act for. */
    actor: () => p.manyToOne(ParticipantSchema).mapToPk().nullable(),
  },
});

export type ClientBinding = InferEntity<typeof ClientBindingSchema>;
