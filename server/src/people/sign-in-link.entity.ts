import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { PersonSchema } from "./person.entity.ts";

/** What a link is for: to sign in, to set the server up, to show that an address is one’s own. */
export const linkPurposes = ["sign_in", "set_up", "confirm_email"] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** A link that signs one person in, once; its token is in the address’s fragment, here only its SHA-256. */
export const SignInLinkSchema = defineEntity({
  name: "SignInLink",
  tableName: "sign_in_link",
  properties: {
    id: p.uuid().primary(),
    tokenHash: p.uint8array().unique(),
    person: () => p.manyToOne(PersonSchema).mapToPk().index(),
    purpose: p.enum(linkPurposes).default("sign_in"),
    /** The address it was mailed to: whoever uses it reads that address’s mail. */
    email: p.text().nullable(),
    createdAt: p.datetime().defaultRaw("now()"),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
});

export type SignInLink = InferEntity<typeof SignInLinkSchema>;
