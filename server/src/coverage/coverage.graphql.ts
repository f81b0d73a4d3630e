import { Field, Int, ObjectType } from "type-graphql";
import { connectionType } from "../graphql/connection.ts";
import { Provision } from "../reference/provision.graphql.ts";

@ObjectType({ description: "How far a project answers to one provision of a standard." })
export class ProvisionCoverage {
  @Field(() => Provision, { description: "The provision." })
  provision!: Provision;

  @Field(() => Int, { description: "How many items of the project cite it; 0 is a gap." })
  itemCount!: number;
}

export const ProvisionCoverageConnection = connectionType(
  "ProvisionCoverage",
  () => ProvisionCoverage,
  "provisions with how far they are covered",
);
