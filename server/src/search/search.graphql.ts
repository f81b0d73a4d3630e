import { Field, ObjectType } from "type-graphql";
import { Board } from "../boards/board.graphql.ts";
import { Cluster } from "../clusters/cluster.graphql.ts";
import { Note } from "../notes/note.graphql.ts";
import { Project } from "../projects/project.graphql.ts";
import { Workshop } from "../workshops/workshop.graphql.ts";

@ObjectType({
  description: "What was found where the viewer takes part; what lies in the archive is left out.",
})
export class SearchResult {
  @Field(() => [Project], { description: "Projects by their names and descriptions, newest first." })
  projects!: Project[];

  @Field(() => [Workshop], { description: "Workshops by their titles and places, newest first." })
  workshops!: Workshop[];

  @Field(() => [Board], { description: "Boards by their titles and what they look at, newest first." })
  boards!: Board[];

  @Field(() => [Note], {
    description: "Notes by their texts and translations, the bin left out, last changed first.",
  })
  notes!: Note[];

  @Field(() => [Cluster], {
    description: "Clusters by their names and translations, the bin left out, last changed first.",
  })
  clusters!: Cluster[];
}
