import { Arg, Args, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { PageArgs } from "../graphql/connection.ts";
import { Framework } from "./framework.graphql.ts";
import { findFramework, findProvisions, listFrameworks } from "./load-frameworks.ts";
import { ProvisionConnection } from "./provision.graphql.ts";

@Resolver(() => Framework)
export class FrameworkResolver {
  @Query(() => [Framework], { description: "The frameworks of the library of standards; for anyone." })
  frameworks(): Framework[] {
    return listFrameworks();
  }

  @Query(() => Framework, {
    nullable: true,
    description: "One framework of the library of standards; for anyone.",
  })
  framework(
    @Arg("id", () => ID, { description: "The framework, such as eu-charter." }) id: string,
  ): Framework {
    return findFramework(id);
  }

  @Query(() => ProvisionConnection, {
    description: "Provisions of the library of standards, in their order; for anyone.",
  })
  provisions(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("framework", () => ID, { nullable: true, description: "Only those of this framework." })
    framework: string | null | undefined,
    @Arg("parent", () => ID, { nullable: true, description: "Only those right under this provision." })
    parent: string | null | undefined,
    @Arg("search", () => String, {
      nullable: true,
      description:
        "Only those that hold every word, as the beginning of one, or are of this number; in any language, accents and case alike. Best first.",
    })
    search: string | null | undefined,
  ) {
    return findProvisions({ framework, parent, search }, page);
  }

  // Without a search: an operation may come to a framework thousands of times.
  @FieldResolver(() => ProvisionConnection, {
    name: "provisions",
    description: "Its provisions, in the order of the standard.",
  })
  provisionsOf(@Root() { id }: Framework, @Args(() => PageArgs) page: PageArgs) {
    return findProvisions({ framework: id }, page);
  }
}
