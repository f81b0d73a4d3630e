/** Two weeks: time enough for whoever keeps the program to put a new token in. */
const ENDING_DAYS = 14;

export type TokenState = "revoked" | "expired" | "ending" | "good";

interface TokenLife {
  readonly revokedAt: string | null;
  readonly expiresAt: string;
}

/** How a token stands now; `ending` when it should be renewed soon. */
export const tokenState = ({ revokedAt, expiresAt }: TokenLife, now = Date.now()): TokenState => {
  if (revokedAt) return "revoked";
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return "expired";
  return left <= ENDING_DAYS * 86_400_000 ? "ending" : "good";
};

/** Those that work first, the newest first among equals. */
export const byUse = <Token extends TokenLife & { createdAt: string }>(tokens: readonly Token[]): Token[] =>
  tokens.toSorted(
    (a, b) =>
      Number(a.revokedAt !== null) - Number(b.revokedAt !== null) || b.createdAt.localeCompare(a.createdAt),
  );
