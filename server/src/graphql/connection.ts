// Decorators run when this file is read, which may be before the schema is assembled.
import "reflect-metadata";
import { ArgsType, type ClassType, Field, Int, ObjectType } from "type-graphql";

/** What a page holds when nobody says how much. */
export const defaultPageSize = 25;
/** A page is one screenful or one batch; more would let a single query read a whole city. */
export const maximumPageSize = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    defaultValue: defaultPageSize,
    description: `How many entries to return, 0 to ${maximumPageSize}.`,
  })
  first!: number;

  @Field(() => String, { nullable: true, description: "Return the entries behind this cursor." })
  after?: string | null;
}

@ObjectType({ description: "Where a page stands in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether entries follow this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether entries come before this page." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first entry; null on an empty page." })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the last entry, to be given as `after` for the next page; null on an empty page.",
  })
  endCursor!: string | null;
}

/** One page of a list with what its connection type answers. */
export interface Page<T> {
  edges: { node: T; cursor: string }[];
  nodes: T[];
  pageInfo: PageInfo;
  totalCount: () => Promise<number>;
}

/** Builds the Relay connection and edge types of one node type; `many` names the list in its descriptions. */
export const connectionType = <T extends object>(
  name: string,
  node: () => abstract new (...made: never[]) => T,
  many: string,
): ClassType<Page<T>> => {
  @ObjectType(`${name}Edge`, { description: `One entry of a page of ${many}.` })
  class Edge {
    @Field(() => node(), { description: "The entry itself." })
    node!: T;

    @Field(() => String, { description: "Marks this place in the list, for `after`; opaque." })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${many}.` })
  class Connection {
    @Field(() => [Edge], { description: "The entries with their cursors." })
    edges!: Edge[];

    @Field(() => [node()], { description: "The entries without their cursors." })
    nodes!: T[];

    @Field(() => PageInfo, { description: "Where this page stands in the list." })
    pageInfo!: PageInfo;

    @Field(() => Int, { name: "totalCount", description: "How many entries the whole list has." })
    async countAll(): Promise<number> {
      return this.totalCount();
    }

    totalCount!: () => Promise<number>;
  }

  return Connection;
};
