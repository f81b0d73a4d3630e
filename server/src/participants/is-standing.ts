import type { Participant } from "./participant.entity.ts";

export type Standing = Pick<Participant, "removedAt" | "waitingSince">;

/** Whether a seat is taken now: neither taken away nor still waiting for a moderator. */
export const isStanding = ({ removedAt, waitingSince }: Standing): boolean => !removedAt && !waitingSince;
