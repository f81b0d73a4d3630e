import {
  type BoardDisplay,
  type BoardEditing,
  type BoardCondition,
  boardCondition,
  type LanguageCode,
  type Role,
} from "@tavolo/schema";
import { computed, type ComputedRef, shallowRef, type ShallowRef, watch } from "vue";
import { useI18n } from "vue-i18n";
import type { ResultOf } from "../graphql/graphql.ts";
import { uiLanguage } from "../i18n/i18n.ts";
import { type Board, useBoard } from "../sync/use-board.ts";
import { type Presence, usePresence } from "../sync/use-presence.ts";
import { type Undo, useUndo } from "../sync/use-undo.ts";
import { toastDone } from "../ui/toasts.ts";
import type { boardQuery } from "./board.query.ts";
import { type Permissions, permissionsOf } from "./permissions.ts";
import { type Authors, type AuthorSource, useAuthors } from "./use-authors.ts";
import type { SharedViewState } from "./view-state.ts";

/** The board as the server tells of it beside the document. */
export type BoardDetails = NonNullable<ResultOf<typeof boardQuery>["board"]>;

/** How the board stands, from the page’s first answer and live from then on. */
export interface Standing {
  readonly role: Role;
  readonly boardState: BoardCondition;
  readonly reason: string | null;
  readonly by: string | null;
  readonly editing: BoardEditing;
  readonly display: BoardDisplay;
}

/** A sentence about one’s own last act, with a way back. */
export interface ActNotice {
  readonly sentence: string;
  readonly undoable: boolean;
}

/** What the components of any open board work with, whatever its kind. */
export interface OpenBoard {
  readonly details: ComputedRef<BoardDetails>;
  readonly board: Board;
  readonly presence: Presence;
  readonly undo: Undo;
  readonly authors: Authors;
  readonly permissions: Permissions;
  readonly view: SharedViewState;
  readonly standing: ComputedRef<Standing>;
  readonly notice: ShallowRef<ActNotice | null>;
  /** The language new items are written in. */
  readonly writingLanguage: ComputedRef<LanguageCode>;
  /** Says what this person did; `undoable` offers the way back. */
  tell(sentence: string, undoable?: boolean): void;
  undoLast(): void;
  redoLast(): void;
}

interface OpenBoardOptions<View extends SharedViewState> {
  readonly details: ComputedRef<BoardDetails>;
  /** The collections of its kind. */
  readonly collections: readonly string[];
  readonly authorsFrom: AuthorSource;
  readonly view: View;
  /** The name of an act, for “Undone: …”. */
  readonly actWords: (label: string) => string;
}

/** Opens a board of any kind; everything ends with the calling component. */
export function useOpenBoard<View extends SharedViewState>({
  details,
  collections,
  authorsFrom,
  view,
  actWords,
}: OpenBoardOptions<View>): OpenBoard & { readonly view: View } {
  const { t } = useI18n();
  const first = details.value;
  const board = useBoard({
    boardId: first.id,
    participantId: first.viewer.participantId,
    generation: first.generation,
    collections,
  });
  const standing = computed<Standing>(() => {
    const live = board.access.value;
    const told = details.value;
    return {
      role: live?.role ?? lower(told.viewer.role),
      boardState: boardCondition(
        live?.state ?? lower(told.state),
        // An observer’s reason is the role, whatever became of the board meanwhile.
        live && live.role !== "observer" ? live.readOnlyReason === "ARCHIVED" : told.archivedAt !== null,
      ),
      reason: live?.stateReason ?? (live && live.state !== lower(told.state) ? null : told.stateReason),
      by: live?.stateBy ?? null,
      editing: live?.editing ?? lower(told.editing),
      display: live?.display ?? lower(told.display),
    };
  });

  // Somebody else’s act, on one’s own screen: it has to be said, not only shown.
  watch(
    () => board.access.value?.role,
    (now, before) => {
      if (now && before && now !== before) toastDone(t(`boards.newRole.${now}`));
    },
  );

  const undo = useUndo({ doc: board.doc, collections });
  const authors = useAuthors({
    boardId: first.id,
    eventNumber: first.eventNumber,
    source: authorsFrom,
    display: () => standing.value.display,
  });
  const permissions = permissionsOf(() => standing.value, authors.isMine);
  const notice = shallowRef<ActNotice | null>(null);
  const tell = (sentence: string, undoable = false) => {
    notice.value = { sentence, undoable };
  };
  const presence = usePresence({
    awareness: board.awareness,
    ownId: () => board.access.value?.presenceId ?? null,
  });
  const back = (act: { label: string } | null, done: "undone" | "redone", nothing: string) =>
    tell(act ? t(`boards.undo.${done}`, { act: actWords(act.label) }) : t(nothing));

  return {
    details,
    board,
    presence,
    undo,
    authors,
    permissions,
    view,
    standing,
    notice,
    writingLanguage: computed(() => uiLanguage.value),
    tell,
    undoLast: () => back(undo.undo(), "undone", "boards.undo.nothing"),
    redoLast: () => back(undo.redo(), "redone", "boards.undo.nothingToRedo"),
  };
}

/** GraphQL’s enums are the schema’s words in capitals. */
function lower<Name extends string>(name: Name): Lowercase<Name> {
  return name.toLowerCase() as Lowercase<Name>;
}
