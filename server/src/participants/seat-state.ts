import type { Participant } from "./participant.entity.ts";

export type SeatState = "seated" | "waiting" | "declined" | "removed";

/** How a seat stands; one that was taken away while it waited was declined. */
export const seatStateOf = ({
  removedAt,
  waitingSince,
}: Pick<Participant, "removedAt" | "waitingSince">): SeatState => {
  if (removedAt) return waitingSince ? "declined" : "removed";
  return waitingSince ? "waiting" : "seated";
};
