import { Field, ObjectType } from "type-graphql";
import { PageInfo } from "../graphql/connection.ts";
import { Item } from "./item.graphql.ts";

@ObjectType({ description: "One entry of a page of items." })
export class ItemEdge {
  @Field(() => Item, { description: "The entry itself." })
  node!: Item;

  @Field(() => String, { description: "Marks this place in the list, for `after`; opaque." })
  cursor!: string;
}

@ObjectType({
  description:
    "A page of items of many boards. It has no total: to count them, all that match would have to be read.",
})
export class ItemConnection {
  @Field(() => [ItemEdge], { description: "The entries with their cursors." })
  edges!: ItemEdge[];

  @Field(() => [Item], { description: "The entries without their cursors." })
  nodes!: Item[];

  @Field(() => PageInfo, { description: "Where this page stands in the list." })
  pageInfo!: PageInfo;
}
