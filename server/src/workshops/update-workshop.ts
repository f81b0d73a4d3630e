import { can } from "@tavolo/schema";
import { isArchived } from "../archive/archived.ts";
import { changedOptional, changedText, textLimits } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { calendarDay } from "../graphql/scalars.ts";
import { insist } from "../participants/insist.ts";
import { findWorkshopActor } from "../people/board-access.ts";
import { type Workshop, WorkshopSchema } from "./workshop.entity.ts";
import type { UpdateWorkshopInput } from "./workshop.graphql.ts";

/** Changes what is given of a workshop; the rest stays. */
export const updateWorkshop = async (
  context: GraphQLContext,
  input: UpdateWorkshopInput,
): Promise<Workshop> => {
  const { em, viewer } = context;
  const { workshop, actor } = await findWorkshopActor(em, viewer, input.id);
  insist(can("workshop.update", { role: actor.role, archived: isArchived(workshop) }));
  const { title, translations, heldOn, place } = input;
  await em.nativeUpdate(
    WorkshopSchema,
    { id: workshop.id },
    {
      title: changedText(
        "title",
        workshop.title,
        workshop.language,
        { text: title, translations },
        textLimits.name,
      ),
      heldOn: heldOn === undefined ? workshop.heldOn : heldOn && calendarDay("heldOn", heldOn),
      place: changedOptional("place", workshop.place, workshop.language, place, textLimits.name),
    },
  );
  readAfresh(context);
  return context.em.findOneOrFail(WorkshopSchema, { id: workshop.id });
};
