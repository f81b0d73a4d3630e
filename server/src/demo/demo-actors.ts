import type { LanguageCode } from "@tavolo/schema";
import type { BoardActor } from "../sync/sync-engine.ts";
import { demoId } from "./demo-ids.ts";
import { exampleWorkshop as example } from "./example-workshop.ts";

/** A seat of the demonstration as the engine takes it. */
export const demoActor = (code: string): BoardActor => ({
  participantId: demoId("participant", code),
  role: example.moderators.some((moderator) => moderator.code === code) ? "moderator" : "contributor",
  kind: "human",
});

/** The demonstration’s lead, who clusters, moves and freezes. */
export const demoModerator = (): BoardActor => demoActor(example.moderators[0]?.code ?? "");

/** Who writes for an organisation, in their own language; the lead for one that nobody sits here for. */
export const speakerOf = (
  organisation: string,
): { readonly actor: BoardActor; readonly language: LanguageCode } => {
  const seat = example.members.find((member) => member.organisation === organisation);
  return seat
    ? { actor: demoActor(seat.code), language: seat.language }
    : { actor: demoModerator(), language: example.language };
};

/** An organisation of the project as a cell names it. */
export const namedOrganisation = (code: string, language: LanguageCode) => ({
  name: example.organisations.find((known) => known.code === code)?.name[language] ?? code,
  id: demoId("organisation", code),
});

/** A body by the name that a text gives it; with its id where it is an organisation of the project. */
export const organisationCalled = (name: string) => {
  const known = example.organisations.find((organisation) => Object.values(organisation.name).includes(name));
  return { name, id: known ? demoId("organisation", known.code) : null };
};
