import type { EntityManager } from "../database/entity-manager.ts";
import { describeFault } from "../describe-fault.ts";
import type { Log } from "../log.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import type { Viewer } from "./viewer.ts";

/**
 * Brings a changed right to everything that is open: call it after the commit that changed it. It says only that
 * something changed; whoever is told reads the database, so that one call too many harms nothing.
 */
export interface LiveAccess {
  /** One browser was signed out, or its session revoked. */
  sessionEnded(sessionId: string): void;
  /** All sessions of a person ended, perhaps but for the one that asked. */
  sessionsEnded(personId: string, exceptSessionId?: string): void;
  /** An access token was revoked or replaced. */
  tokenEnded(tokenId: string): void;
  /** A seat was given, taken away or restored, or its role changed. */
  seatChanged(participantId: string): void;
  /**
   * Calls `changed` whenever one of these may concern the viewer; the answer ends that. Watch first and read the
   * right then: whatever is committed after the reading is told.
   */
  watch(viewer: Viewer, changed: () => void): () => void;
}

interface Watcher {
  readonly viewer: Viewer;
  readonly changed: () => void;
}

/** The hub of one process; sockets of both kinds watch it, commands call it. */
export const createLiveAccess = ({ em, log }: { em: EntityManager; log: Log }): LiveAccess => {
  const watchers = new Set<Watcher>();

  const tell = (concerns: (viewer: Viewer) => boolean): void => {
    for (const watcher of watchers) if (concerns(watcher.viewer)) watcher.changed();
  };

  const seatChanged = async (participantId: string): Promise<void> => {
    const isProgram = (viewer: Viewer) =>
      viewer.kind === "integration" && viewer.participantId === participantId;
    // A person is told of each of their seats: which of them counts on a board may be another one now.
    const seat = await em.fork().findOne(ParticipantSchema, { id: participantId }, { fields: ["person"] });
    const person = seat?.person;
    tell((viewer) => isProgram(viewer) || (viewer.kind === "person" && viewer.personId === person));
  };

  return {
    sessionEnded: (sessionId) => tell((viewer) => viewer.kind === "person" && viewer.sessionId === sessionId),
    sessionsEnded: (personId, exceptSessionId) =>
      tell(
        (viewer) =>
          viewer.kind === "person" && viewer.personId === personId && viewer.sessionId !== exceptSessionId,
      ),
    tokenEnded: (tokenId) => tell((viewer) => viewer.kind === "integration" && viewer.tokenId === tokenId),
    seatChanged: (participantId) => {
      seatChanged(participantId).catch((error: unknown) => {
        log.error({ fault: describeFault(error) }, "seat not read; everybody is checked");
        tell(() => true);
      });
    },
    watch(viewer, changed) {
      const watcher = { viewer, changed };
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
};
