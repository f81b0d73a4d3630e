import { readInviteCode } from "@tavolo/schema";
import { inviteNotFound, TavoloError } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { findInvite } from "../people/find-invite.ts";
import type { Invite } from "./invite.entity.ts";

/**
 * The invitation of a link, or of the short code that somebody typed. Wrong short codes are counted by address,
 * right ones are not: a whole hall sits behind one. A link’s code is too long to be guessed and costs nothing.
 */
export const openInvite = async (context: GraphQLContext, typed: string): Promise<Invite> => {
  const { em, limits, address } = context;
  const shortCode = readInviteCode(typed);
  if (!shortCode) return findInvite(em, { code: typed });
  await limits.consume("joinCode", address);
  try {
    const invite = await findInvite(em, { shortCode });
    await limits.giveBack("joinCode", address);
    return invite;
  } catch (error) {
    // One that has run out or was withdrawn was not guessed.
    if (error instanceof TavoloError && error.code !== inviteNotFound().code) {
      await limits.giveBack("joinCode", address);
    }
    throw error;
  }
};
