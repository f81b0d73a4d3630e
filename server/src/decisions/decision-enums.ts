import { INDICATOR_STATES, type IndicatorStatus } from "@tavolo/schema";
import { describedEnum } from "../graphql/enums.ts";
import { decisionRefusals } from "./decision-refusals.ts";

const states: Readonly<Record<IndicatorStatus, string>> = {
  PROPOSED: "Somebody proposes it.",
  DISCUSSED: "It is discussed; both sides say how far they agree.",
  AGREED: "Both sides have agreed on its definition.",
  IN_USE: "It measures.",
  RETIRED: "It measures no more; its history stays.",
  REJECTED: "It was not taken up.",
};

export const IndicatorStatusEnum: Readonly<Record<string, string>> = describedEnum(
  "IndicatorStatus",
  "How far an indicator has come.",
  Object.fromEntries(INDICATOR_STATES.map((state) => [state, [state, states[state]] as const])),
);

export const DecisionRefusalEnum: Readonly<Record<string, string>> = describedEnum(
  "DecisionRefusal",
  "What can keep something from being decided; `extensions.reasons` of DECISION_REFUSED holds these.",
  Object.fromEntries(
    Object.entries(decisionRefusals).map(([reason, sentence]) => [reason, [reason, sentence] as const]),
  ),
);

export const DecisionActEnum = describedEnum("DecisionAct", "What somebody did to what is decided.", {
  VOICE: ["voice", "Said how far they agree."],
  VOICE_TAKEN_BACK: ["voiceTakenBack", "Took back what was said."],
  STEP: ["step", "Took an indicator one step on."],
  VALUE: ["value", "Gave a decided field another value."],
});
