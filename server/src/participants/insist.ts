import type { Decision, RefusalCode } from "@tavolo/schema";
import { boardFrozen, forbidden, notOwner, type TavoloError } from "../errors.ts";

const refusals: Record<RefusalCode, (reason: string | null) => TavoloError> = {
  FORBIDDEN: () => forbidden(),
  BOARD_FROZEN: (reason) => boardFrozen(reason),
  NOT_OWNER: () => notOwner(),
};

/** Throws the refusal that a decision of the policy table stands for. */
export const insist = (decision: Decision, stateReason: string | null = null): void => {
  if (!decision.allowed) throw refusals[decision.code](stateReason);
};
