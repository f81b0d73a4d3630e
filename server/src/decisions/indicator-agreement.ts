import { createHash } from "node:crypto";
import {
  type Agreement,
  agreementOf,
  type CardDefinition,
  definitionOf,
  MONITORING_KINDS,
  organisation,
  type Voice,
  voicesAbout,
} from "@tavolo/schema";
import type { IndicatorStanding, KeptVoice } from "../sync/decisions/decided-item.entity.ts";

export const INDICATORS = "indicators";

/** Whether the items of a collection are indicators, whose status follows from steps and whose steps from voices. */
export const areIndicators = (kind: string, collection: string): boolean =>
  MONITORING_KINDS.includes(kind) && collection === INDICATORS;

/** A card as it is read, from its row or from the document. */
export type CardContent = Readonly<Record<string, unknown>>;

/** The definition of a card as it reads now. */
export const definitionOfCard = (card: CardContent): CardDefinition => definitionOf(card);

/** What a voice keeps of the definition that it is about. */
export const digestOfCard = (card: CardContent): string =>
  createHash("sha256")
    .update(JSON.stringify(definitionOfCard(card)))
    .digest("hex");

/** The organisation of the project that a card names as its duty-bearer; null where that is a written name. */
export const dutyBearerOf = (card: CardContent): string | null =>
  organisation().read(card["dutyBearer"])?.id ?? null;

/** How the voices about a card stand: whose they are follows from what the card says now. */
export const agreementOn = (
  { voices, dutyBearersVoice }: Pick<IndicatorStanding, "voices" | "dutyBearersVoice">,
  card: CardContent,
): Agreement<KeptVoice & Voice> => {
  const dutyBearer = dutyBearerOf(card);
  const told = voices.map((voice) => ({
    ...voice,
    dutyBearer: dutyBearer === null ? voice.seq === dutyBearersVoice : voice.organisation === dutyBearer,
  }));
  return agreementOf(voicesAbout(told, digestOfCard(card)));
};
