import { checkedName } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { PersonSchema } from "../people/person.entity.ts";
import type { ChangeNameInput } from "./account.graphql.ts";
import { ownAccount } from "./own-account.ts";

/** Changes the account’s name, and with it the seats that bear the former one; a pseudonym at a table stays. */
export const changeName = async (
  context: GraphQLContext,
  { displayName: written }: ChangeNameInput,
): Promise<void> => {
  const { em, access } = context;
  const { id, displayName: former } = await ownAccount(context);
  const displayName = checkedName(written);
  const seats = former ? await em.find(ParticipantSchema, { person: id, displayName: former }) : [];
  await em.transactional(async (tx) => {
    await tx.nativeUpdate(PersonSchema, { id }, { displayName });
    if (former)
      await tx.nativeUpdate(ParticipantSchema, { person: id, displayName: former }, { displayName });
  });
  for (const seat of seats) access.seatChanged(seat.id);
  readAfresh(context);
};
