import { BoardEventSchema } from "@tavolo/server/sync/projection/board-event.entity.ts";
import {
  EVENTS_KEPT_AT_LEAST,
  EVENTS_KEPT_DAYS,
  forgetOldEvents,
} from "@tavolo/server/sync/projection/event-retention.ts";
import { describe, expect, it } from "vitest";
import { eachDatabase } from "../support/databases.ts";
import { setTable } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { openGraphQLSocket, subscribe } from "../support/subscribe.ts";

eachDatabase((database) => {
  const server = useTestServer(database);
  const em = () => server.orm.em.fork();

  describe("the events of boards", () => {
    it("are forgotten from the oldest on, when they are old and many; resuming before them is refused", async () => {
      const { boardId, moderator } = await setTable(server);
      const days = (count: number) => new Date(Date.now() - count * 86_400_000);
      const [old, recent] = [EVENTS_KEPT_AT_LEAST - 100, 200];
      await em().execute(
        `insert into board_event (board, number, seq, type, at, payload)
         select ?, n, 1, 'board.policy', case when n <= ? then ?::timestamptz else ?::timestamptz end, '{}'
           from generate_series(1, ?) n`,
        [boardId, old, days(EVENTS_KEPT_DAYS + 1), days(EVENTS_KEPT_DAYS - 1), old + recent],
      );
      await em().execute("update board set event_number = ? where id = ?", [old + recent, boardId]);
      // As many are kept as must be, though they are old.
      expect(await forgetOldEvents(em())).toBe(old + recent - EVENTS_KEPT_AT_LEAST);
      expect(await forgetOldEvents(em())).toBe(0);
      const numbers = (
        await em().find(BoardEventSchema, { board: boardId }, { orderBy: { number: "asc" } })
      ).map(({ number }) => number);
      expect(numbers).toEqual(Array.from({ length: EVENTS_KEPT_AT_LEAST }, (_, index) => 101 + index));

      const resume = (after: number) =>
        subscribe(
          openGraphQLSocket(server, moderator),
          `subscription ($boardId: ID!, $after: Int) { boardEvents(boardId: $boardId, after: $after) { number } }`,
          { boardId, after },
        ).next();
      await expect(resume(99)).rejects.toMatchObject([{ extensions: { code: "CURSOR_EXPIRED" } }]);
      expect(await resume(100)).toEqual({ boardEvents: { number: 101 } });
    });
  });
});
