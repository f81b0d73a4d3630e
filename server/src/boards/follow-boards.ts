import { setTimeout as pause } from "node:timers/promises";
import { projectNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { anyOf, isOneOf } from "../graphql/sql.ts";
import { ownScope } from "../participants/own-seats.ts";
import { findProjectActor } from "../people/board-access.ts";
import { readCredential } from "../people/credential.ts";
import { findSeats } from "../people/find-seats.ts";
import { follow } from "./follow.ts";

/** A preview that follows every key press tells nobody more than one a second. */
const AT_MOST_EVERY_MS = 1_000;

interface Mark {
  readonly id: string;
  readonly mark: string;
}

/**
 * The boards of a project that the viewer takes part in, each whenever it was laid out, written on, renamed, moved,
 * frozen or archived; of many changes within a second the last. What changed is found by looking at the boards
 * themselves, so that no news is lost; one statement a second while somebody writes.
 */
export const followBoards = async (
  context: GraphQLContext,
  projectId: string,
): Promise<AsyncIterable<string>> => {
  const { em, viewer, pubSub, access } = context;
  const { project } = await findProjectActor(em, viewer, projectId);
  const readMarks = async () => {
    // Of somebody with several seats in the project one may have been taken away.
    readAfresh(context);
    const own = await ownScope(context);
    const visible = anyOf([isOneOf("project", own.projects), isOneOf("workshop", own.workshops)]);
    const rows = await em.execute<Mark[]>(
      `select id, concat_ws(' ', projected_seq, workshop, archived_at, md5(title::text)) as mark
         from board where project = ? and ${visible.text}`,
      [project.id, ...visible.values],
    );
    return new Map(rows.map(({ id, mark }) => [id, mark]));
  };
  let known = await readMarks();
  let lookedAt = 0;
  return follow<string>({
    news: () => pubSub.subscribe("boards", project.id),
    read: async () => {
      await pause(Math.max(0, lookedAt + AT_MOST_EVERY_MS - Date.now()));
      lookedAt = Date.now();
      const before = known;
      known = await readMarks();
      return { items: [...known.keys()].filter((id) => known.get(id) !== before.get(id)), more: false };
    },
    rights: (changed) => access.watch(viewer, changed),
    before: () => stillInProject(context, project.id),
  });
};

/** Looks afresh whether somebody who follows a project’s boards is signed in and has a seat in it. */
const stillInProject = async ({ em, viewer }: GraphQLContext, projectId: string): Promise<void> => {
  await readCredential(em, viewer);
  if ((await findSeats(em, viewer, projectId)).length === 0) throw projectNotFound(projectId);
};
