import { newItemId } from "@tavolo/schema";
import type { SyncEngine } from "../sync/sync-engine.ts";
import { demoActor, demoModerator } from "./demo-actors.ts";
import { exampleWorkshop as example } from "./example-workshop.ts";

/** Time between two clusters that the moderator makes: they were talked over. */
const CLUSTER_EVERY_MS = 90_000;

/**
 * Writes the workshop on a board through the engine, each step by whoever took it, at its time. The edits are
 * handed over in one turn and so share one commit: a stop in between leaves the board empty, never half full.
 */
export const replayWorkshop = async (engine: SyncEngine, boardId: string): Promise<void> => {
  const moderator = demoModerator();
  const noteIds = new Map(example.notes.map(({ code }) => [code, newItemId()]));
  const noteId = (code: string): string => noteIds.get(code) ?? "";

  const written = example.notes.map((note) =>
    engine.edit({
      boardId,
      actor: demoActor(note.author),
      at: note.at,
      apply: (editor) =>
        editor.add("notes", {
          id: noteId(note.code),
          section: note.firstSection,
          text: note.text,
          language: note.language,
          translations: note.translations,
          factor: note.factor,
          charterArticles: note.charterArticles,
        }),
    }),
  );

  const moved = example.notes
    .filter(({ section, firstSection }) => section !== firstSection)
    .map(({ code, section }) =>
      engine.edit({
        boardId,
        actor: moderator,
        at: example.phaseBegan("reveal"),
        apply: (editor) => editor.move("notes", noteId(code), { section }),
      }),
    );

  const clustering = example.phaseBegan("cluster").getTime();
  const gathered = example.clusters.map((cluster, index) =>
    engine.edit({
      boardId,
      actor: moderator,
      at: new Date(clustering + index * CLUSTER_EVERY_MS),
      apply: (editor) => {
        const id = editor.add("clusters", {
          section: cluster.section,
          name: cluster.text,
          language: cluster.language,
          translations: cluster.translations,
        });
        for (const code of cluster.notes) editor.move("notes", noteId(code), { cluster: id });
      },
    }),
  );

  await Promise.all([...written, ...moved, ...gathered]);
};
