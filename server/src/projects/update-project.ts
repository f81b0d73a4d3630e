import { can } from "@tavolo/schema";
import { isArchived } from "../archive/archived.ts";
import { changedOptional, changedText, checkedOptional, textLimits } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist } from "../participants/insist.ts";
import { findProjectActor } from "../people/board-access.ts";
import { checkedCountry, checkedPopulation } from "./check-project.ts";
import { type Project, ProjectSchema } from "./project.entity.ts";
import type { UpdateProjectInput } from "./project.graphql.ts";

/** Changes what is given of a project; the rest stays. */
export const updateProject = async (context: GraphQLContext, input: UpdateProjectInput): Promise<Project> => {
  const { em, viewer } = context;
  const { project, actor } = await findProjectActor(em, viewer, input.id);
  insist(can("project.update", { role: actor.role, archived: isArchived(project) }));
  const { language } = project;
  await em.nativeUpdate(
    ProjectSchema,
    { id: project.id },
    {
      name: changedText(
        "name",
        project.name,
        language,
        { text: input.name, translations: input.translations },
        textLimits.name,
      ),
      description: changedOptional(
        "description",
        project.description,
        language,
        input.description,
        textLimits.description,
      ),
      city: input.city === undefined ? project.city : checkedOptional("city", input.city, textLimits.name),
      country: input.country ? checkedCountry(input.country) : project.country,
      population: input.population === undefined ? project.population : checkedPopulation(input.population),
    },
  );
  readAfresh(context);
  return context.em.findOneOrFail(ProjectSchema, { id: project.id });
};
