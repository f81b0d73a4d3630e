/** Somebody’s wish for a seat, as the server tells it. */
export interface SeatRequest {
  readonly id: string;
  readonly state: "SEATED" | "WAITING" | "DECLINED" | "REMOVED";
  readonly displayName: string;
}
