import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { AccountResolver } from "../accounts/account.resolver.ts";
import { ModeratorInvitationResolver } from "../accounts/moderator-invitation.resolver.ts";
import { AnalysedObjectResolver } from "../analysed-objects/analysed-object.resolver.ts";
import { ArchiveResolver } from "../archive/archive.resolver.ts";
import { BoardEventResolver } from "../boards/board-event.resolver.ts";
import { BoardResolver } from "../boards/board.resolver.ts";
import { ExportResolver } from "../boards/export.resolver.ts";
import { SectionResolver } from "../boards/section.resolver.ts";
import { BoardClustersResolver, ClusterResolver } from "../clusters/cluster.resolver.ts";
import { CoverageResolver } from "../coverage/coverage.resolver.ts";
import { DecisionResolver } from "../decisions/decision.resolver.ts";
import { InviteResolver } from "../invites/invite.resolver.ts";
import { ItemChangesResolver } from "../items/item-changes.resolver.ts";
import { BoardContentResolver, ItemResolver } from "../items/item.resolver.ts";
import { CitationsResolver } from "../links/citations.resolver.ts";
import { LinkResolver } from "../links/link.resolver.ts";
import { TraceResolver } from "../links/trace.resolver.ts";
import { kindMutations } from "../kinds/kind-types.ts";
import { BoardNotesResolver, NoteResolver } from "../notes/note.resolver.ts";
import { OrganisationResolver } from "../organisations/organisation.resolver.ts";
import { OwnDataResolver } from "../own-data/own-data.resolver.ts";
import { ArrivalsResolver } from "../participants/arrivals.resolver.ts";
import { ParticipantResolver } from "../participants/participant.resolver.ts";
import { ProjectResolver } from "../projects/project.resolver.ts";
import { FrameworkResolver } from "../reference/framework.resolver.ts";
import { CharterArticleResolver, ProvisionResolver } from "../reference/provision.resolver.ts";
import { ReferenceResolver } from "../reference/reference.resolver.ts";
import { GroupChoiceResolver } from "../stakeholder-groups/group-choice.resolver.ts";
import { SearchResolver } from "../search/search.resolver.ts";
import { TemplateResolver } from "../templates/template.resolver.ts";
import { ApiTokenResolver } from "../tokens/api-token.resolver.ts";
import { ViewerResolver } from "../viewer/viewer.resolver.ts";
import { WorkshopResolver } from "../workshops/workshop.resolver.ts";
import { createBoardPubSub } from "./pub-sub.ts";
import { insistOnScope } from "./token-scopes.ts";

const resolvers: NonEmptyArray<Function> = [
  AccountResolver,
  AnalysedObjectResolver,
  ApiTokenResolver,
  ArrivalsResolver,
  ArchiveResolver,
  BoardClustersResolver,
  BoardEventResolver,
  BoardNotesResolver,
  BoardResolver,
  CharterArticleResolver,
  CitationsResolver,
  ClusterResolver,
  CoverageResolver,
  DecisionResolver,
  ExportResolver,
  FrameworkResolver,
  GroupChoiceResolver,
  InviteResolver,
  BoardContentResolver,
  ItemChangesResolver,
  ItemResolver,
  LinkResolver,
  ModeratorInvitationResolver,
  NoteResolver,
  OrganisationResolver,
  OwnDataResolver,
  ParticipantResolver,
  ProjectResolver,
  ProvisionResolver,
  ReferenceResolver,
  SearchResolver,
  SectionResolver,
  TemplateResolver,
  TraceResolver,
  ViewerResolver,
  WorkshopResolver,
  ...kindMutations,
];

const rootDescriptions = {
  Query: "What can be read. Content comes from the board’s last projected state and names its revision.",
  Mutation: "What can be changed. A change of content answers once it is durable and readable.",
  Subscription: "What can be followed, over graphql-ws on the same address.",
};

/** Assembles the whole API from its resolvers. */
export const createSchema = (): GraphQLSchema => {
  const schema = buildSchemaSync({
    resolvers,
    // Values are checked where they are written, by commands and the document’s own rules, for every door alike.
    validate: false,
    // Subscriptions bring their own iterators; type-graphql only insists that there is a pub/sub.
    pubSub: createBoardPubSub(),
  });
  for (const [name, description] of Object.entries(rootDescriptions)) {
    const root = schema.getType(name);
    if (root) root.description = description;
  }
  insistOnScope(schema.getMutationType()!);
  return schema;
};
