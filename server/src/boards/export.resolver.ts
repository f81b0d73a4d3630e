import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { downloadBoard } from "./download-board.ts";
import { ExportBoardInput, ExportBoardPayload } from "./export.graphql.ts";

@Resolver()
export class ExportResolver {
  @Mutation(() => ExportBoardPayload, { description: "Makes a file of a board; for everybody at it." })
  async exportBoard(
    @Arg("input", () => ExportBoardInput, { description: "What to take away." }) input: ExportBoardInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ExportBoardPayload> {
    const { content, ...file } = await downloadBoard(context, input);
    return typeof content === "string"
      ? { ...file, content, encoding: "text" }
      : { ...file, content: Buffer.from(content).toString("base64"), encoding: "base64" };
  }
}
