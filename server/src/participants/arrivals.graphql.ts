import { Field, Int, ObjectType } from "type-graphql";
import { Participant } from "./participant.graphql.ts";

@ObjectType({ description: "Who has come to a table, and who waits before it." })
export class Arrivals {
  @Field(() => Int, { description: "How many people sit at the table; programs do not count." })
  seatedCount!: number;

  @Field(() => Int, { description: "How many people wait for a moderator." })
  waitingCount!: number;

  @Field(() => [Participant], { description: "Those who have waited longest, at most 100." })
  waiting!: Participant[];
}
