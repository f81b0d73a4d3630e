import { boardKinds, boardTemplates, editBoard, newId } from "@tavolo/schema";
import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import { connectBoardClient } from "../support/connect-board-client.ts";
import { addFilledItem } from "../support/filled-item.ts";
import type { TestServer } from "../support/start-test-server.ts";
import type { RolePlace } from "./role-place.ts";

/**
 * Boards of the kinds that nobody can lay out yet, filled by the contributor. On the PESTEL everything happens,
 * and an indicator is discussed.
 */
export const layOutKinds = async (
  server: TestServer,
  { projectId, workshopId, contributor: { cookie, graphql }, moderator }: RolePlace,
): Promise<Record<string, string>> => {
  const laidOut: Record<string, string> = {};
  for (const { kind, id: templateId, version, name } of boardTemplates()) {
    if (kind === "swot") continue;
    const definition = boardKinds.get(kind)!;
    const id = newId();
    await server.orm.em.fork().insert(BoardSchema, {
      id,
      project: projectId,
      workshop: workshopId,
      kind,
      templateId,
      templateVersion: version,
      title: name,
      language: "en",
    });
    const client = await connectBoardClient({ url: server.url, boardId: id, cookie });
    const editor = editBoard(definition, client.doc, { origin: "test" });
    const happened = async () => {
      await client.saved();
      await server.engine.caughtUp(id);
    };
    for (const collection of Object.keys(definition.collections))
      addFilledItem(definition, editor, collection);
    await happened();
    if (kind === "monitoring_tool") {
      const [itemId] = client.doc.getMap("indicators").keys();
      await graphql.run(
        `mutation ($input: VoiceAgreementInput!) { voiceAgreement(input: $input) { revision } }`,
        { input: { boardId: id, itemId, value: 4 } },
      );
      await moderator.graphql.run(
        `mutation ($input: TakeIndicatorStepInput!) { takeIndicatorStep(input: $input) { revision } }`,
        { input: { boardId: id, itemId, to: "DISCUSSED" } },
      );
    }
    if (kind === "pestel") {
      const item = editor.add("factors", { section: "P", text: "A new law" });
      await happened();
      editor.setText("factors", item, "text", "Two new laws");
      await happened();
      editor.move("factors", item, { section: "L" });
      editor.remove("factors", item);
      editor.restore("factors", item);
      await happened();
    }
    client.destroy();
    laidOut[kind] = id;
  }
  return laidOut;
};
