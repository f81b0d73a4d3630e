import { boardKinds, editBoard } from "@tavolo/schema";
import { addBoardOfKind } from "../support/board-of-kind.ts";
import { connectBoardClient } from "../support/connect-board-client.ts";
import { addFilledItem } from "../support/filled-item.ts";
import type { TestServer } from "../support/start-test-server.ts";
import type { RolePlace } from "./role-place.ts";

/** A board, and an item of each of its collections. */
export interface LaidOut {
  readonly boardId: string;
  readonly items: Readonly<Record<string, string>>;
}

/**
 * Boards of the kinds that are not the SWOT, filled by the contributor. On the PESTEL everything happens, and an
 * indicator is discussed.
 */
export const layOutKinds = async (
  server: TestServer,
  place: Pick<RolePlace, "projectId" | "workshopId" | "contributor" | "moderator">,
): Promise<Record<string, LaidOut>> => {
  const { cookie, graphql } = place.contributor;
  const laidOut: Record<string, LaidOut> = {};
  for (const [kind, definition] of boardKinds) {
    if (kind === "swot") continue;
    const id = await addBoardOfKind(server.orm.em, place, kind);
    const client = await connectBoardClient({ url: server.url, boardId: id, cookie });
    const editor = editBoard(definition, client.doc, { origin: "test" });
    const happened = async () => {
      await client.saved();
      await server.engine.caughtUp(id);
    };
    const items = Object.fromEntries(
      Object.keys(definition.collections).map((collection) => [
        collection,
        addFilledItem(definition, editor, collection),
      ]),
    );
    await happened();
    if (kind === "monitoring_tool") {
      const itemId = items["indicators"];
      await graphql.run(
        `mutation ($input: VoiceAgreementInput!) { voiceAgreement(input: $input) { revision } }`,
        { input: { boardId: id, itemId, value: 4 } },
      );
      await place.moderator.graphql.run(
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
    laidOut[kind] = { boardId: id, items };
  }
  return laidOut;
};
