import type { Decision, RefusalCode } from "@tavolo/schema";
import { boardFrozen, forbidden, inArchive, notOwner, type TavoloError, unauthenticated } from "../errors.ts";
import type { Viewer } from "../people/viewer.ts";

const refusals: Record<RefusalCode, (reason: string | null) => TavoloError> = {
  FORBIDDEN: () => forbidden(),
  ARCHIVED: () => inArchive(),
  BOARD_FROZEN: (reason) => boardFrozen(reason),
  NOT_OWNER: () => notOwner(),
};

/** Throws the refusal that a decision of the policy table stands for. */
export const insist = (decision: Decision, stateReason: string | null = null): void => {
  if (!decision.allowed) throw refusals[decision.code](stateReason);
};

/** Throws UNAUTHENTICATED for nobody known: whoever forgot to sign in should not look for a wrong id. */
export const insistSomeone = (viewer: Viewer): void => {
  if (viewer.kind === "anonymous") throw unauthenticated();
};
