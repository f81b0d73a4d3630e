import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { Section } from "../templates/section.graphql.ts";
import { notesInSection } from "./count-items.ts";

@Resolver(() => Section)
export class SectionResolver {
  @FieldResolver(() => Int, { description: "How many notes lie in it, the bin left out." })
  async noteCount(@Root() section: Section, @Ctx() context: GraphQLContext): Promise<number> {
    return notesInSection(context, section.boardId, section.sectionKey);
  }
}
