import { can, STAKEHOLDER_GROUPS } from "@tavolo/schema";
import { isArchived } from "../archive/archived.ts";
import type { LocalisedText } from "../database/localised-text.ts";
import { invalidValue } from "../errors.ts";
import { checkedText } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import type { LocalizedTextInput } from "../graphql/localized-text.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist } from "../participants/insist.ts";
import { findProjectActor } from "../people/board-access.ts";
import { type Project, ProjectSchema } from "../projects/project.entity.ts";
import { checkedGroup } from "./checked-group.ts";
import type { UpdateStakeholderGroupsInput } from "./group-choice.graphql.ts";
import { isOffered } from "./groups-at-door.ts";

/** Fits on half the width of a phone. */
const LONGEST_LABEL = 40;

/** Sets which stakeholder groups a project offers at its door, and what they are called there. */
export const updateStakeholderGroups = async (
  context: GraphQLContext,
  { projectId, groups }: UpdateStakeholderGroupsInput,
): Promise<Project> => {
  const { em, viewer } = context;
  const { project, actor } = await findProjectActor(em, viewer, projectId);
  insist(can("project.update", { role: actor.role, archived: isArchived(project) }));
  const groupsAtDoor = { ...project.groupsAtDoor };
  for (const { group, offered, labels } of groups) {
    const known = checkedGroup(group);
    groupsAtDoor[known] = { offered, label: changedLabel(groupsAtDoor[known]?.label ?? {}, labels ?? []) };
  }
  if (!STAKEHOLDER_GROUPS.some((group) => isOffered(groupsAtDoor, group))) {
    throw invalidValue("groups", "Offer at least one group: everybody who joins chooses one.");
  }
  await em.nativeUpdate(ProjectSchema, { id: project.id }, { groupsAtDoor });
  readAfresh(context);
  return context.em.findOneOrFail(ProjectSchema, { id: project.id });
};

const changedLabel = (stored: LocalisedText, changes: readonly LocalizedTextInput[]): LocalisedText => {
  const changed = { ...stored };
  for (const { language, text } of changes) {
    if (text?.trim()) changed[language] = checkedText("labels", text, LONGEST_LABEL);
    else delete changed[language];
  }
  return changed;
};
