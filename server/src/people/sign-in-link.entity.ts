import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { PersonSchema } from "./person.entity.ts";

/** A link that signs one person in, once; its token is in the address’s fragment, here only its SHA-256. */
export const SignInLinkSchema = defineEntity({
  name: "SignInLink",
  tableName: "sign_in_link",
  properties: {
    id: p.uuid().primary(),
    tokenHash: p.uint8array().unique(),
    person: () => p.manyToOne(PersonSchema).mapToPk().index(),
    createdAt: p.datetime().defaultRaw("now()"),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
});

export type SignInLink = InferEntity<typeof SignInLinkSchema>;
