import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { TokenScopeEnum } from "../graphql/enums.ts";
import { DateTime } from "../graphql/scalars.ts";
import type { ApiToken as ApiTokenRow, TokenScope } from "./api-token.entity.ts";
import { TOKEN_DAYS, TOKEN_DAYS_MAX } from "./token-life.ts";

@ObjectType({ description: "A program’s access to one project; the secret itself is shown only once." })
export class ApiToken {
  constructor(readonly row: ApiTokenRow) {}

  @Field(() => ID, { description: "Stable id." })
  get id(): string {
    return this.row.id;
  }

  @Field(() => String, { description: "What it is for; also the name the program writes under." })
  get name(): string {
    return this.row.name;
  }

  @Field(() => DateTime, { description: "When it was made." })
  get createdAt(): Date {
    return this.row.createdAt;
  }

  @Field(() => TokenScopeEnum, { description: "What it is for." })
  get scope(): TokenScope {
    return this.row.scope;
  }

  @Field(() => DateTime, { description: "When it ends by itself." })
  get expiresAt(): Date {
    return this.row.expiresAt;
  }

  @Field(() => DateTime, { nullable: true, description: "When it was last used; null if never." })
  get lastUsedAt(): Date | null {
    return this.row.lastUsedAt ?? null;
  }

  @Field(() => DateTime, {
    nullable: true,
    description: "When it was revoked or replaced; null if it was not.",
  })
  get revokedAt(): Date | null {
    return this.row.revokedAt ?? null;
  }
}

const LIFE = `After how many days it ends by itself, 1 to ${TOKEN_DAYS_MAX}.`;

@InputType({ description: "An access token to make." })
export class CreateApiTokenInput {
  @Field(() => ID, { description: "The project it opens." })
  projectId!: string;

  @Field(() => String, { description: "What it is for; also the name the program writes under." })
  name!: string;

  @Field(() => TokenScopeEnum, { defaultValue: "write", description: "What it is for." })
  scope!: TokenScope;

  @Field(() => Int, { defaultValue: TOKEN_DAYS, description: LIFE })
  expiresInDays!: number;
}

@ObjectType({ description: "A new access token." })
export class CreateApiTokenPayload {
  @Field(() => ApiToken, { description: "The token’s record." })
  apiToken!: ApiToken;

  @Field(() => String, {
    description: "The secret for the header `Authorization: Bearer …`; it cannot be shown again.",
  })
  token!: string;
}

@InputType({ description: "An access token to renew." })
export class RenewApiTokenInput {
  @Field(() => ID, { description: "The token’s record; it may have expired or been revoked." })
  id!: string;

  @Field(() => Int, { defaultValue: TOKEN_DAYS, description: LIFE })
  expiresInDays!: number;
}

@InputType({ description: "An access token to revoke." })
export class RevokeApiTokenInput {
  @Field(() => ID, { description: "The token’s record." })
  id!: string;
}

@ObjectType({ description: "An access token after a change." })
export class ApiTokenPayload {
  @Field(() => ApiToken, { description: "The token’s record as it is now." })
  apiToken!: ApiToken;
}
