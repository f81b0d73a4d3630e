import { Query, Resolver } from "type-graphql";
import { listTemplates } from "./load-templates.ts";
import { Template } from "./template.graphql.ts";

@Resolver()
export class TemplateResolver {
  @Query(() => [Template], { description: "The templates that boards are made from; for anyone." })
  templates(): Template[] {
    return listTemplates();
  }
}
