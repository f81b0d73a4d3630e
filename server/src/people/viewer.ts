/** Who makes a request: a signed-in person, an integration with its token, or nobody. */
export type Viewer =
  | { kind: "person"; personId: string; sessionId: string }
  | { kind: "integration"; tokenId: string; participantId: string; projectId: string }
  | { kind: "anonymous" };

export const anonymous: Viewer = { kind: "anonymous" };
