import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { archiveTemplate } from "./archive-template.ts";
import { cloneTemplate } from "./clone-template.ts";
import { listTemplates } from "./load-templates.ts";
import {
  CloneTemplateInput,
  TemplateArchiveInput,
  TemplatePayload,
  UpdateTemplateInput,
} from "./own-template.graphql.ts";
import type { OwnTemplate } from "./own-template.entity.ts";
import { Template } from "./template.graphql.ts";
import { ownRecord } from "./template-record.ts";
import { updateTemplate } from "./update-template.ts";

@Resolver()
export class TemplateResolver {
  @Query(() => [Template], {
    description:
      "The templates that boards are made from; for anyone. A project’s own are in its `templates`.",
  })
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

  @Mutation(() => TemplatePayload, {
    description: "Makes a template a project’s own, to be worded anew; for the project’s moderators.",
  })
  async cloneTemplate(
    @Arg("input", () => CloneTemplateInput, { description: "What to make." }) input: CloneTemplateInput,
    @Ctx() context: GraphQLContext,
  ): Promise<TemplatePayload> {
    return payload(await cloneTemplate(context, input));
  }

  @Mutation(() => TemplatePayload, {
    description:
      "Words an own template anew; for the project’s moderators. Boards keep what they were made with.",
  })
  async updateTemplate(
    @Arg("input", () => UpdateTemplateInput, { description: "What to change." }) input: UpdateTemplateInput,
    @Ctx() context: GraphQLContext,
  ): Promise<TemplatePayload> {
    return payload(await updateTemplate(context, input));
  }

  @Mutation(() => TemplatePayload, {
    description: "Puts an own template into the archive: no more boards are made of it. For moderators.",
  })
  async archiveTemplate(
    @Arg("input", () => TemplateArchiveInput, { description: "Which one." }) { id }: TemplateArchiveInput,
    @Ctx() context: GraphQLContext,
  ): Promise<TemplatePayload> {
    return payload(await archiveTemplate(context, id, true));
  }

  @Mutation(() => TemplatePayload, {
    description: "Takes an own template back from the archive; for moderators.",
  })
  async restoreTemplate(
    @Arg("input", () => TemplateArchiveInput, { description: "Which one." }) { id }: TemplateArchiveInput,
    @Ctx() context: GraphQLContext,
  ): Promise<TemplatePayload> {
    return payload(await archiveTemplate(context, id, false));
  }
}

const payload = (row: OwnTemplate): TemplatePayload => ({ template: new Template(ownRecord(row)) });
