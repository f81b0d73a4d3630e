import { forbidden, unauthenticated } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { createSignInLink } from "../people/create-sign-in-link.ts";
import type { CreateSignInLinkPayload } from "./viewer.graphql.ts";

/** Long enough to reach for a phone, too short to lie around on a screen in the hall. */
const DEVICE_LINK_HOURS = 0.25;

/** Makes a one-time link by which the viewer goes on on another device, with the same seats. */
export const issueDeviceLink = async (context: GraphQLContext): Promise<CreateSignInLinkPayload> => {
  const { em, viewer, config } = context;
  if (viewer.kind === "anonymous") throw unauthenticated();
  if (viewer.kind === "integration") throw forbidden("A program takes its token along.");
  return createSignInLink(em, config, { personId: viewer.personId, hours: DEVICE_LINK_HOURS });
};
