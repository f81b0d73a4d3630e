import { newId } from "@tavolo/schema";
import { forbidden } from "../errors.ts";
import { checkedName, checkedOptional, checkedText, textLimits } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insistSomeone } from "../participants/insist.ts";
import { ownSeats } from "../participants/own-seats.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { PersonSchema } from "../people/person.entity.ts";
import { checkedCountry, checkedPopulation } from "./check-project.ts";
import { mayCreateProjects } from "./may-create-projects.ts";
import { type Project, ProjectSchema } from "./project.entity.ts";
import type { CreateProjectInput } from "./project.graphql.ts";

/** Creates a project with its creator as moderator. */
export const createProject = async (context: GraphQLContext, input: CreateProjectInput): Promise<Project> => {
  const { em, viewer } = context;
  insistSomeone(viewer);
  if (viewer.kind !== "person" || !(await mayCreateProjects(context))) {
    throw forbidden("Only administrators and moderators create projects.");
  }
  const { language } = input;
  const name = input.displayName ? checkedName(input.displayName) : null;
  const description = checkedOptional("description", input.description, textLimits.description);
  const row = {
    id: newId(),
    name: { [language]: checkedText("name", input.name, textLimits.name) },
    language,
    description: description === null ? null : { [language]: description },
    city: checkedOptional("city", input.city, textLimits.name),
    country: checkedCountry(input.country),
    population: checkedPopulation(input.population),
    createdBy: viewer.personId,
  };
  const person = await em.findOneOrFail(PersonSchema, { id: viewer.personId });
  const known = (await ownSeats(context)).at(-1);
  await em.transactional(async (tx) => {
    await tx.insert(ProjectSchema, row);
    await tx.insert(ParticipantSchema, {
      id: newId(),
      project: row.id,
      person: viewer.personId,
      role: "moderator",
      displayName: name ?? person.displayName ?? known?.displayName ?? MODERATOR[language] ?? MODERATOR.en,
      stakeholderGroup: known?.stakeholderGroup ?? null,
      language: person.language,
    });
  });
  readAfresh(context);
  return context.em.findOneOrFail(ProjectSchema, { id: row.id });
};

/** What somebody is called who never said a name. */
const MODERATOR: Partial<Record<string, string>> & { en: string } = { en: "Moderator", it: "Moderazione" };
