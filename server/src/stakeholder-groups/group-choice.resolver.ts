import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { Project } from "../projects/project.graphql.ts";
import {
  GroupChoice,
  StakeholderGroupsPayload,
  UpdateStakeholderGroupsInput,
} from "./group-choice.graphql.ts";
import { groupChoices } from "./groups-at-door.ts";
import { updateStakeholderGroups } from "./update-stakeholder-groups.ts";

@Resolver(() => Project)
export class GroupChoiceResolver {
  @Mutation(() => StakeholderGroupsPayload, {
    description:
      "Sets which stakeholder groups a project offers and what they are called; for its moderators.",
  })
  async updateStakeholderGroups(
    @Arg("input", () => UpdateStakeholderGroupsInput, { description: "What to change." })
    input: UpdateStakeholderGroupsInput,
    @Ctx() context: GraphQLContext,
  ): Promise<StakeholderGroupsPayload> {
    const row = await updateStakeholderGroups(context, input);
    return { project: new Project(row), stakeholderGroups: choicesOf(row.groupsAtDoor) };
  }

  @FieldResolver(() => [GroupChoice], {
    description: "The stakeholder groups as those who join are offered them, in their fixed order.",
  })
  stakeholderGroups(@Root() { row }: Project): GroupChoice[] {
    return choicesOf(row.groupsAtDoor);
  }
}

const choicesOf = (groups: Project["row"]["groupsAtDoor"]): GroupChoice[] =>
  groupChoices(groups).map((choice) => new GroupChoice(choice));
