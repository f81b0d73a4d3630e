import { seatRemoved, sessionEnded, unauthenticated } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { goodSession, tokenRefusal, type TokenState, tokenState } from "../people/credential.ts";

interface Standing {
  signed_in: boolean | null;
  token: TokenState;
  seated: boolean;
}

/**
 * Looks afresh whether somebody who follows a board may still do so: that their session or token is good and
 * their seat is theirs. Throws if not. One statement, since it runs for every event of every follower.
 */
export const stillAtBoard = async ({ em, viewer }: GraphQLContext, boardId: string): Promise<void> => {
  if (viewer.kind === "anonymous") throw unauthenticated();
  const isPerson = viewer.kind === "person";
  const credential = isPerson
    ? `(select ${goodSession("session")} from session where id = ?) as signed_in, null as token`
    : `true as signed_in, (select ${tokenState("api_token")} from api_token where id = ?) as token`;
  const [standing] = await em.execute<Standing[]>(
    `select ${credential}, exists (
       select from board join participant seat on seat.project = board.project
        where board.id = ? and seat.${isPerson ? "person" : "id"} = ? and seat.removed_at is null
          and seat.waiting_since is null
          and (seat.workshop is null or seat.workshop = board.workshop)) as seated`,
    isPerson ? [viewer.sessionId, boardId, viewer.personId] : [viewer.tokenId, boardId, viewer.participantId],
  );
  if (!standing?.signed_in) throw sessionEnded();
  const refusal = isPerson ? null : tokenRefusal(standing.token);
  if (refusal) throw refusal;
  if (!standing.seated) throw seatRemoved();
};
