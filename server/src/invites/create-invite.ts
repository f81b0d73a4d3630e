import { randomBytes } from "node:crypto";
import { can, newId } from "@tavolo/schema";
import { isArchived } from "../archive/archived.ts";
import { invalidValue } from "../errors.ts";
import { checkedOptional, textLimits } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist } from "../participants/insist.ts";
import { findWorkshopActor } from "../people/board-access.ts";
import { type Invite, InviteSchema } from "./invite.entity.ts";
import type { CreateInviteInput } from "./invite.graphql.ts";
import { newShortCode } from "./new-short-code.ts";

/** Long enough for a series of meetings, short enough that a forgotten link closes by itself. */
const INVITE_DAYS = 30;

/** More than any hall holds; a larger number is a mistyped one. */
const MOST_USES = 10_000;

/** Makes an invitation to a workshop. */
export const createInvite = async (context: GraphQLContext, input: CreateInviteInput): Promise<Invite> => {
  const { em, viewer } = context;
  const { workshop, actor } = await findWorkshopActor(em, viewer, input.workshopId);
  insist(can("invite.create", { role: actor.role, archived: isArchived(workshop) }));
  const expiresAt = input.expiresAt ?? new Date(Date.now() + INVITE_DAYS * 86_400_000);
  if (expiresAt.getTime() <= Date.now()) {
    throw invalidValue("expiresAt", "An invitation has to end in the future.");
  }
  const maxUses = input.maxUses ?? null;
  if (maxUses !== null && (maxUses < 1 || maxUses > MOST_USES)) {
    throw invalidValue("maxUses", `An invitation is for 1 to ${MOST_USES} people.`);
  }
  const id = newId();
  await em.insert(InviteSchema, {
    id,
    workshop: workshop.id,
    // 128 bits: not to be guessed, and still short enough for a QR code across a room.
    code: randomBytes(16).toString("base64url"),
    shortCode: newShortCode(),
    role: input.role,
    maxUses,
    needsApproval: input.needsApproval,
    label: checkedOptional("label", input.label, textLimits.name),
    createdBy: actor.participantId,
    expiresAt,
  });
  readAfresh(context);
  return context.em.findOneOrFail(InviteSchema, { id });
};
