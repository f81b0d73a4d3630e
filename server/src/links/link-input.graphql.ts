import { Field, InputType, Int, ObjectType } from "type-graphql";
import { Item } from "../items/item.graphql.ts";
import { ItemAddressInput } from "./link.graphql.ts";

@InputType({ description: "Two items to link." })
export class LinkItemsInput {
  @Field(() => ItemAddressInput, { description: "The origin: what the other one comes from." })
  from!: ItemAddressInput;

  @Field(() => ItemAddressInput, { description: "The result: what comes of the origin." })
  to!: ItemAddressInput;

  @Field(() => String, {
    nullable: true,
    description:
      "The field that is to keep the link, such as indicator; else the one that is most closely made for it.",
  })
  field?: string | null;
}

@InputType({ description: "Two items to unlink." })
export class UnlinkItemsInput {
  @Field(() => ItemAddressInput, { description: "The origin." })
  from!: ItemAddressInput;

  @Field(() => ItemAddressInput, { description: "The result." })
  to!: ItemAddressInput;

  @Field(() => String, {
    nullable: true,
    description: "Only what this field keeps; else whatever links them.",
  })
  field?: string | null;
}

@ObjectType({ description: "What linking or unlinking two items has done." })
export class LinkPayload {
  @Field(() => Item, {
    nullable: true,
    description:
      "The item that keeps the link, or kept it, as it is now; null where there was nothing to unlink.",
  })
  citing!: Item | null;

  @Field(() => String, { nullable: true, description: "The field that keeps the link, or kept it." })
  field!: string | null;

  @Field(() => Boolean, { description: "Whether anything was changed: not where it was so already." })
  changed!: boolean;

  @Field(() => Int, { nullable: true, description: "The revision of its board that holds the change." })
  revision!: number | null;
}
