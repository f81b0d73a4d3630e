import { Arg, Query, Resolver } from "type-graphql";
import { listTemplates } from "./load-templates.ts";
import { Template } from "./template.graphql.ts";

@Resolver()
export class TemplateResolver {
  @Query(() => [Template], { description: "The templates that boards are made from; for anyone." })
  templates(
    @Arg("offered", () => Boolean, {
      nullable: true,
      defaultValue: true,
      description:
        "True: only those that boards can be made of; false: only those that are declared and cannot be opened yet; null: both.",
    })
    offered: boolean | null,
  ): Template[] {
    return listTemplates(offered);
  }
}
