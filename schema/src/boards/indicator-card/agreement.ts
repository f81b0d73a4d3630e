import type { StakeholderGroup } from "../../people/stakeholder-groups.ts";

/** The scale of agreement: full support, support with remarks, neutral, stands aside, blocks with a reason. */
export const AGREEMENT_SCALE = [5, 4, 3, 2, 1] as const;
export type AgreementValue = (typeof AGREEMENT_SCALE)[number];
const YES = 4;
const ASIDE = 2;
const BLOCK = 1;

/** What somebody says about a card; who says something again has changed their mind. */
export interface Voice {
  /** Who speaks, once for each organisation or person. */
  readonly by: string;
  readonly group: StakeholderGroup;
  /** Whether they speak for the card's duty-bearer. */
  readonly dutyBearer: boolean;
  readonly value: AgreementValue;
  readonly reason: string;
  /** When, as an ISO date and time. */
  readonly at: string;
}

export interface Agreement<Spoken extends Voice = Voice> {
  /** Those who said yes for the duty-bearer, and for civil society or academia. */
  readonly dutyBearer: readonly Spoken[];
  readonly civilSociety: readonly Spoken[];
  /** Blocks that nobody has answered so that they were taken back. */
  readonly blocks: readonly Spoken[];
  /** Who disagrees, blocking or not: kept with the card, whatever becomes of it. */
  readonly dissent: readonly Spoken[];
}

export type MissingSide = "DUTY_BEARER_MISSING" | "CIVIL_SOCIETY_MISSING" | "OPEN_BLOCK";

/** How the voices stand: of each speaker the last one counts. */
export function agreementOf<Spoken extends Voice>(voices: readonly Spoken[]): Agreement<Spoken> {
  const last = new Map<string, Spoken>();
  for (const voice of voices) {
    const earlier = last.get(voice.by);
    if (!earlier || earlier.at <= voice.at) last.set(voice.by, voice);
  }
  const standing = [...last.values()];
  const yes = standing.filter(({ value }) => value >= YES);
  return {
    dutyBearer: yes.filter(({ dutyBearer }) => dutyBearer),
    // Who speaks for the duty-bearer does not speak for the other side as well.
    civilSociety: yes.filter(
      ({ group, dutyBearer }) => !dutyBearer && (group === "cso" || group === "academia"),
    ),
    blocks: standing.filter(({ value }) => value === BLOCK),
    dissent: standing.filter(({ value }) => value <= ASIDE),
  };
}

/** A voice with what it was raised about: the digest of the card's definition as it read then. */
export interface RaisedVoice extends Voice {
  readonly about: string;
}

/**
 * The voices that speak about a definition. A yes to other words is none to these; who disagrees goes on disagreeing
 * until they say something else.
 */
export function voicesAbout<Raised extends RaisedVoice>(voices: readonly Raised[], about: string): Raised[] {
  return voices.filter((voice) => voice.value < YES || voice.about === about);
}

/** What an agreement of both sides lacks: each side's yes, and that nobody blocks. */
export function bothSidesMissing(agreement: Agreement = agreementOf([])): MissingSide[] {
  const missing: MissingSide[] = [];
  if (agreement.dutyBearer.length === 0) missing.push("DUTY_BEARER_MISSING");
  if (agreement.civilSociety.length === 0) missing.push("CIVIL_SOCIETY_MISSING");
  if (agreement.blocks.length > 0) missing.push("OPEN_BLOCK");
  return missing;
}

/** Whether a voice may be raised: a block needs its reason. */
export function isHeard({ value, reason }: Pick<Voice, "value" | "reason">): boolean {
  return value !== BLOCK || reason.trim() !== "";
}
