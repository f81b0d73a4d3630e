import type { EntityManager } from "../../database/entity-manager.ts";

/** A program that was away for longer reads the board afresh; a season is longer than any pause between workshops. */
export const EVENTS_KEPT_DAYS = 90;

/** Of a board on which little happens this many are kept, however old they are. */
export const EVENTS_KEPT_AT_LEAST = 1_000;

/**
 * Forgets the oldest events of every board, and of none one in the middle: what is kept has no gaps. Whoever
 * resumes before it is told CURSOR_EXPIRED. Answers how many were forgotten.
 */
export async function forgetOldEvents(em: EntityManager): Promise<number> {
  const rows = await em.fork().execute<{ n: number | string }[]>(
    `with first as (
       select board.id, least(board.event_number - ? + 1, coalesce(
         (select min(event.number) from board_event event
           where event.board = board.id and event.at >= now() - make_interval(days => ?)),
         board.event_number + 1)) as number
       from board where board.event_number > ?
     ), forgotten as (
       delete from board_event event using first
        where event.board = first.id and event.number < first.number returning 1
     ) select count(*) as n from forgotten`,
    [EVENTS_KEPT_AT_LEAST, EVENTS_KEPT_DAYS, EVENTS_KEPT_AT_LEAST],
  );
  return Number(rows[0]?.n ?? 0);
}
