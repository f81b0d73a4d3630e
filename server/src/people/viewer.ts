import type { Role } from "@tavolo/schema";
import type { TokenScope } from "../tokens/api-token.entity.ts";

/** Who makes a request: a signed-in person, an integration with its token, or nobody. */
export type Viewer =
  | { kind: "person"; personId: string; sessionId: string }
  | { kind: "integration"; tokenId: string; participantId: string; projectId: string; scope: TokenScope }
  | { kind: "anonymous" };

export const anonymous: Viewer = { kind: "anonymous" };

/** Whether the viewer came with a token for reading alone. */
export const mayOnlyRead = (viewer: Viewer | undefined): boolean =>
  viewer?.kind === "integration" && viewer.scope === "read";

/** The role a viewer acts with on a seat: a token for reading makes of any seat an observer’s. */
export const roleWithin = (viewer: Viewer | undefined, role: Role): Role =>
  mayOnlyRead(viewer) ? "observer" : role;
