import { boardTemplates } from "@tavolo/schema";
import { BoardSchema } from "../boards/board.entity.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import { OrganisationSchema } from "../organisations/organisation.entity.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { PersonSchema } from "../people/person.entity.ts";
import { AnalysedObjectSchema } from "../projects/analysed-object.entity.ts";
import { ProjectSchema } from "../projects/project.entity.ts";
import { WorkshopSchema } from "../workshops/workshop.entity.ts";
import { DEMO_BOARDS } from "./demo-boards.ts";
import { demoId } from "./demo-ids.ts";
import { exampleWorkshop as example } from "./example-workshop.ts";

/** Everything of the demonstration but the boards’ content, in one transaction; nothing where it is there already. */
export const insertDemoRows = (em: EntityManager): Promise<void> =>
  em.transactional(async (tx) => {
    const projectId = demoId("project");
    if (await tx.count(ProjectSchema, { id: projectId })) return;

    const { language } = example;
    const began = example.phaseBegan("welcome");
    const seats = [...example.moderators, ...example.members];
    await tx.insertMany(
      PersonSchema,
      seats.map(({ code, displayName, language: own }) => ({
        id: demoId("person", code),
        displayName,
        language: own,
        createdAt: began,
      })),
    );
    const [lead] = example.moderators;
    await tx.insert(ProjectSchema, {
      id: projectId,
      ...example.project,
      language,
      createdAt: began,
      createdBy: lead && demoId("person", lead.code),
    });
    await tx.insertMany(
      OrganisationSchema,
      example.organisations.map(({ code, name, type }) => ({
        id: demoId("organisation", code),
        project: projectId,
        name,
        type,
      })),
    );
    await tx.insert(AnalysedObjectSchema, {
      id: demoId("analysedObject"),
      project: projectId,
      type: "civic_space",
      ...example.analysedObject,
    });
    await tx.insert(WorkshopSchema, {
      id: demoId("workshop"),
      project: projectId,
      title: example.title,
      language,
      heldOn: example.heldOn,
      place: example.place,
      createdAt: began,
    });
    await tx.insertMany(
      ParticipantSchema,
      seats.map((seat) => ({
        id: demoId("participant", seat.code),
        project: projectId,
        // The first moderator leads the whole project, everybody else sits at this workshop.
        workshop: seat === lead ? null : demoId("workshop"),
        person: demoId("person", seat.code),
        role: example.moderators.includes(seat) ? ("moderator" as const) : ("contributor" as const),
        displayName: seat.displayName,
        stakeholderGroup: seat.stakeholderGroup,
        organisation: seat.organisation && demoId("organisation", seat.organisation),
        language: seat.language,
        joinedAt: began,
      })),
    );
    await insertBoards(tx);
  });

const insertBoards = async (tx: EntityManager): Promise<void> => {
  const [lead] = example.moderators;
  await tx.insertMany(
    BoardSchema,
    Object.values(DEMO_BOARDS).map(({ id, kind, templateId, title }, index) => {
      const template = boardTemplates().find((known) => known.id === templateId);
      return {
        id,
        project: demoId("project"),
        workshop: demoId("workshop"),
        analysedObject: demoId("analysedObject"),
        kind,
        templateId,
        templateVersion: template?.version ?? 1,
        title,
        language: example.language,
        display: template?.display ?? "group",
        // Boards are listed as they were made.
        createdAt: new Date(example.phaseBegan("welcome").getTime() + index),
        createdBy: lead && demoId("participant", lead.code),
      };
    }),
  );
};
