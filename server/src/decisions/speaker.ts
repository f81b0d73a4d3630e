import { forbidden } from "../errors.ts";
import type { Participant } from "../participants/participant.entity.ts";
import type { VoiceDecision } from "../sync/decisions/item-decision.ts";

/** For whom a seat speaks; throws FORBIDDEN for programs, which agree with nothing. */
export const speakerOf = ({
  id,
  kind,
  organisation = null,
  stakeholderGroup = null,
}: Participant): Pick<VoiceDecision, "by" | "group" | "organisation"> => {
  if (kind === "integration") throw forbidden("A program has no voice. Speak from a seat of your own.");
  return { by: organisation ?? id, group: stakeholderGroup, organisation };
};
