import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { Section } from "../templates/section.graphql.ts";
import { itemsInSection, notesInSection } from "./count-items.ts";

@Resolver(() => Section)
export class SectionResolver {
  @FieldResolver(() => Int, { description: "How many notes lie in it, the bin left out." })
  async noteCount(@Root() section: Section, @Ctx() context: GraphQLContext): Promise<number> {
    return notesInSection(context, section.boardId, section.sectionKey);
  }

  @FieldResolver(() => Int, { description: "How many items of any sort stand in it, the bin left out." })
  async itemCount(@Root() section: Section, @Ctx() context: GraphQLContext): Promise<number> {
    return itemsInSection(context, section.boardId, section.sectionKey);
  }
}
