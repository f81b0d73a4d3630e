import { Arg, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { CharterArticle } from "./charter.graphql.ts";
import { findProvision, parentOf, relatedTo } from "./load-frameworks.ts";
import { Provision } from "./provision.graphql.ts";

@Resolver(() => Provision)
export class ProvisionResolver {
  @Query(() => Provision, {
    nullable: true,
    description: "One provision of the library of standards; for anyone.",
  })
  provision(@Arg("id", () => ID, { description: "The provision, such as CFR-21." }) id: string): Provision {
    return findProvision(id);
  }

  @FieldResolver(() => Provision, {
    nullable: true,
    description: "The provision it stands under; null at the top.",
  })
  parent(@Root() provision: Provision): Provision | null {
    return parentOf(provision);
  }

  @FieldResolver(() => [Provision], {
    description: "Provisions of other frameworks that it refers to or that refer to it.",
  })
  related(@Root() provision: Provision): Provision[] {
    return relatedTo(provision);
  }
}

@Resolver(() => CharterArticle)
export class CharterArticleResolver {
  @FieldResolver(() => Provision, { description: "The same article in the library of standards." })
  provision(@Root() { code }: CharterArticle): Provision {
    return findProvision(code);
  }
}
