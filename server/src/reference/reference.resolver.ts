import { Arg, Query, Resolver } from "type-graphql";
import { CharterArticle } from "./charter.graphql.ts";
import { findCharterArticles, listLocalFactors } from "./load-reference.ts";
import { LocalFactor } from "./local-factor.graphql.ts";

@Resolver()
export class ReferenceResolver {
  @Query(() => [CharterArticle], {
    description: "Articles of the EU Charter of Fundamental Rights; for anyone.",
  })
  charterArticles(
    @Arg("search", () => String, {
      nullable: true,
      description: "Only those whose number, code or heading contains this, upper or lower case alike.",
    })
    search: string | null | undefined,
  ): CharterArticle[] {
    return findCharterArticles(search ?? "");
  }

  @Query(() => [LocalFactor], { description: "The factors that notes can be about; for anyone." })
  localFactors(): LocalFactor[] {
    return listLocalFactors();
  }
}
