import { STAKEHOLDER_GROUPS, type StakeholderGroup } from "@tavolo/schema";
import type { LocalisedText } from "../database/localised-text.ts";
import type { Project } from "../projects/project.entity.ts";

type GroupsAtDoor = Project["groupsAtDoor"];

/** A stakeholder group as a project offers it; `label` is empty where it has no name of its own here. */
export interface GroupChoice {
  readonly group: StakeholderGroup;
  readonly offered: boolean;
  readonly label: LocalisedText;
}

/** Whether somebody may sit for a group: all are offered until a moderator says otherwise. */
export const isOffered = (groups: GroupsAtDoor, group: StakeholderGroup): boolean =>
  groups?.[group]?.offered ?? true;

/** All groups in their fixed order, as a project’s door shows them. */
export const groupChoices = (groups: GroupsAtDoor): GroupChoice[] =>
  STAKEHOLDER_GROUPS.map((group) => ({
    group,
    offered: isOffered(groups, group),
    label: groups?.[group]?.label ?? {},
  }));
