import type { ShownGroup, StakeholderGroup } from "@tavolo/schema";
import DataLoader from "dataloader";
import type { EntityManager } from "../database/entity-manager.ts";
import { HotStatement } from "../database/hot-statement.ts";
import { idList } from "../database/plain-rows.ts";
import type { Participant } from "./participant.entity.ts";
import { shownGroups } from "./shown-groups.ts";

interface Table {
  readonly workshop: string;
  readonly project: string;
}

/** Of a seat what its group is counted by; those that are waiting or gone are not read. */
type CountedSeat = Pick<
  Participant,
  "id" | "person" | "kind" | "project" | "workshop" | "stakeholderGroup"
> & {
  readonly removedAt: null;
  readonly waitingSince: null;
};

const seatsAtTables = new HotStatement(
  "groups-at-tables",
  `select id, person, kind, project, workshop, stakeholder_group as "stakeholderGroup",
          null as "removedAt", null as "waitingSince"
     from participant
    where removed_at is null and waiting_since is null
      and (workshop = any (cast(? as uuid[])) or (workshop is null and project = any (cast(? as uuid[]))))`,
);

/** What each group may be shown as at a table; asked for every page on which writers are shown, so without entities. */
export const groupsAtTable = (em: EntityManager) =>
  new DataLoader<Table, ReadonlyMap<StakeholderGroup, ShownGroup>, string>(
    async (tables) => {
      const rows = await seatsAtTables.run<CountedSeat>(em, [
        idList(tables.map(({ workshop }) => workshop)),
        idList([...new Set(tables.map(({ project }) => project))]),
      ]);
      return tables.map(({ workshop, project }) =>
        shownGroups(
          rows.filter((seat) => (seat.workshop ? seat.workshop === workshop : seat.project === project)),
        ),
      );
    },
    { cacheKeyFn: ({ workshop }) => workshop },
  );
