import type { LanguageCode, StakeholderGroup as Group } from "@tavolo/schema";
import { Ctx, Field, ID, InputType, ObjectType } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { StakeholderGroup } from "../graphql/enums.ts";
import { LanguageArg } from "../graphql/language.ts";
import { localise, LocalizedText, LocalizedTextInput, textsOf } from "../graphql/localized-text.ts";
import { Project } from "../projects/project.graphql.ts";
import type { GroupChoice as Choice } from "./groups-at-door.ts";

@ObjectType({ description: "A stakeholder group as a project offers it to those who join." })
export class GroupChoice {
  constructor(private readonly choice: Choice) {}

  @Field(() => StakeholderGroup, { description: "The group; counts and exports always use it." })
  get group(): Group {
    return this.choice.group;
  }

  @Field(() => Boolean, { description: "Whether those who join may choose it." })
  get offered(): boolean {
    return this.choice.offered;
  }

  @Field(() => String, {
    nullable: true,
    description: "What the group is called here, in one language; null where it has its usual name.",
  })
  label(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string | null {
    return localise(this.choice.label, language, context) || null;
  }

  @Field(() => [LocalizedText], { description: "What the group is called here, in every language it has." })
  get labels(): LocalizedText[] {
    return textsOf(this.choice.label);
  }
}

@InputType({ description: "How a stakeholder group is offered." })
export class GroupChoiceInput {
  @Field(() => StakeholderGroup, { description: "The group; not OTHER." })
  group!: Group | "other";

  @Field(() => Boolean, { description: "Whether those who join may choose it." })
  offered!: boolean;

  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: "What it is called here; null text removes a language, none at all leaves what is.",
  })
  labels?: LocalizedTextInput[] | null;
}

@InputType({ description: "How a project offers its stakeholder groups; groups that are not given stay." })
export class UpdateStakeholderGroupsInput {
  @Field(() => ID, { description: "The project." })
  projectId!: string;

  @Field(() => [GroupChoiceInput], { description: "The groups to change." })
  groups!: GroupChoiceInput[];
}

@ObjectType({ description: "A project’s stakeholder groups after a change." })
export class StakeholderGroupsPayload {
  @Field(() => Project, { description: "The project as it is now." })
  project!: Project;

  @Field(() => [GroupChoice], { description: "All groups, in their fixed order." })
  stakeholderGroups!: GroupChoice[];
}
