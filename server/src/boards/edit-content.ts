import { type Action, type BoardEditor, boardKinds, can } from "@tavolo/schema";
import { conditionOf } from "../archive/archived.ts";
import { boardKindUnsuitable } from "../errors.ts";
import { holdsNotes } from "../notes/holds-notes.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist } from "../participants/insist.ts";
import { findBoardActor } from "../people/board-access.ts";
import type { BoardActor } from "../sync/sync-engine.ts";
import type { Board } from "./board.entity.ts";

type ContentAction = Extract<Action, `note.${string}` | `cluster.${string}`>;

/** What an edit of content may know of its board and its writer. */
export interface Editing {
  readonly board: Board;
  readonly actor: BoardActor;
}

/**
 * Edits a board’s content by the same path as a socket’s edit and returns once that can be read. What role and
 * state allow is checked here; whose item it is, the engine checks against what stands at that moment.
 */
export const editContent = async <T>(
  context: GraphQLContext,
  {
    boardId,
    action,
    check,
    apply,
  }: {
    boardId: string;
    action: ContentAction;
    /** Refuses beforehand what `apply` would refuse half-way. */
    check?: (editing: Editing) => void | Promise<void>;
    apply: (editor: BoardEditor, editing: Editing) => T;
  },
): Promise<{ result: T; revision: number }> => {
  const { board, actor } = await findBoardActor(context.em, context.viewer, boardId);
  const { editing } = board;
  insist(
    can<ContentAction>(action, {
      role: actor.role,
      boardState: conditionOf(board),
      editing,
      owns: true,
    }),
    board.stateReason,
  );
  if (!holdsNotes(board.kind)) throw boardKindUnsuitable(board.kind);
  await check?.({ board, actor });
  try {
    return await context.engine.edit({
      boardId: board.id,
      actor,
      apply: (editor) => apply(editor, { board, actor }),
    });
  } finally {
    readAfresh(context);
  }
};

/** Checks a value against the field as the board’s kind declares it; throws InvalidEdit. */
export const checkField = (kind: string, collection: string, field: string, value: unknown): void => {
  boardKinds.get(kind)?.collections[collection]?.fields[field]?.check(value, field);
};

/** Translations as an edit takes them: by language, null to remove. */
export const translationsByLanguage = (
  translations: readonly { language: string; text?: string | null; status: "human" | "machine" }[],
): Record<string, { text: string; status: "human" | "machine" } | null> =>
  Object.fromEntries(
    translations.map(({ language, text, status }) => [language, text == null ? null : { text, status }]),
  );

/** Only the fields that were given: GraphQL’s null and absence mean different things. */
export const given = <Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };

/** The API hands inputs over as instances of their classes; a document takes plain JSON alone. */
export const plain = <Input extends object>(input: Input | null | undefined): Input | null | undefined =>
  input && { ...input };
