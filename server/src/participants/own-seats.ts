import DataLoader from "dataloader";
import type { EntityManager } from "../database/entity-manager.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { findSeats, strongestSeat } from "../people/find-seats.ts";
import type { Viewer } from "../people/viewer.ts";
import type { Participant } from "./participant.entity.ts";

const seatsOfViewer = (em: EntityManager) =>
  new DataLoader<Viewer, Participant[]>((viewers) =>
    Promise.all(viewers.map((viewer) => findSeats(em, viewer))),
  );

/** Keeps the seats that were read when the viewer was found, until something changes. */
export const rememberSeats = ({ loaders, viewer }: GraphQLContext, seats: Participant[]): void => {
  loaders.of(seatsOfViewer).prime(viewer, seats);
};

/** The viewer’s seats, oldest first. */
export const ownSeats = async ({ loaders, viewer }: GraphQLContext): Promise<Participant[]> =>
  loaders.of(seatsOfViewer).load(viewer);

/** Whether a seat is the viewer’s. */
export const isOwnSeat = async (context: GraphQLContext, participantId: string): Promise<boolean> =>
  (await ownSeats(context)).some(({ id }) => id === participantId);

/** The viewer’s strongest seat at the whole project; null for those who sit at some workshop only. */
export const ownSeatAtProject = async (
  context: GraphQLContext,
  projectId: string,
): Promise<Participant | null> => {
  const seats = await ownSeats(context);
  return strongestSeat(seats.filter(({ project, workshop }) => project === projectId && !workshop)) ?? null;
};

/** The viewer’s strongest seat at a workshop; seats at the whole project count. */
export const ownSeatAtWorkshop = async (
  context: GraphQLContext,
  workshop: { id: string; project: string },
): Promise<Participant | null> => {
  const seats = (await ownSeats(context)).filter(({ project }) => project === workshop.project);
  return strongestSeat(seats.filter((seat) => !seat.workshop || seat.workshop === workshop.id)) ?? null;
};

/** What the viewer may see: whole projects, and single workshops. */
export const ownScope = async (
  context: GraphQLContext,
): Promise<{ projects: string[]; workshops: string[] }> => {
  const seats = await ownSeats(context);
  return {
    projects: seats.filter(({ workshop }) => !workshop).map(({ project }) => project),
    workshops: seats.flatMap(({ workshop }) => workshop ?? []),
  };
};
