import { ModeratorInvitationSchema } from "../accounts/moderator-invitation.entity.ts";
import { ProviderIdentitySchema } from "../accounts/provider-identity.entity.ts";
import { BoardSchema } from "../boards/board.entity.ts";
import { InviteSchema } from "../invites/invite.entity.ts";
import { OrganisationSchema } from "../organisations/organisation.entity.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { PersonSchema } from "../people/person.entity.ts";
import { SessionSchema } from "../people/session.entity.ts";
import { SignInLinkSchema } from "../people/sign-in-link.entity.ts";
import { AnalysedObjectSchema } from "../projects/analysed-object.entity.ts";
import { ProjectSchema } from "../projects/project.entity.ts";
import { ReceiptSchema } from "../receipts/receipt.entity.ts";
import { BoardSnapshotSchema } from "../sync/compaction/board-snapshot.entity.ts";
import { DecidedItemSchema } from "../sync/decisions/decided-item.entity.ts";
import { LoggedDecisionSchema } from "../sync/decisions/logged-decision.entity.ts";
import { DatabasePlaceSchema } from "../sync/generations/database-place.entity.ts";
import { ClientBindingSchema } from "../sync/journal/client-binding.entity.ts";
import { JournalEntrySchema } from "../sync/journal/journal-entry.entity.ts";
import { BoardEventSchema } from "../sync/projection/board-event.entity.ts";
import { BoardItemSchema } from "../sync/projection/board-item.entity.ts";
import { ItemLinkSchema } from "../sync/projection/item-link.entity.ts";
import { OwnTemplateSchema } from "../templates/own-template.entity.ts";
import { ApiTokenSchema } from "../tokens/api-token.entity.ts";
import { WorkshopSchema } from "../workshops/workshop.entity.ts";

/** Every table, in one list: discovery by folder would not survive the bundle. */
export const entities = [
  PersonSchema,
  SessionSchema,
  SignInLinkSchema,
  ProjectSchema,
  OrganisationSchema,
  AnalysedObjectSchema,
  WorkshopSchema,
  ParticipantSchema,
  InviteSchema,
  ModeratorInvitationSchema,
  ProviderIdentitySchema,
  ApiTokenSchema,
  OwnTemplateSchema,
  BoardSchema,
  JournalEntrySchema,
  BoardSnapshotSchema,
  DatabasePlaceSchema,
  ClientBindingSchema,
  BoardItemSchema,
  ItemLinkSchema,
  BoardEventSchema,
  ReceiptSchema,
  DecidedItemSchema,
  LoggedDecisionSchema,
];
