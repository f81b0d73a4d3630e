import { describe, expect, it } from "vitest";
import { checkNewPassword, hashPassword, passwordRules, verifyPassword } from "./password.ts";

const sentence = "the square is quiet at noon";
const unsuitable = { code: "PASSWORD_UNSUITABLE" };
const check =
  (password: string, email: string | null = null) =>
  () =>
    checkNewPassword(password, email);

describe("a password", () => {
  it("is kept as argon2id with OWASP’s cost, never the same way twice", async () => {
    const [one, other] = await Promise.all([hashPassword(sentence), hashPassword(sentence)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  it("opens what it closed, and nothing else does", async () => {
    const hash = await hashPassword(sentence);
    expect(await verifyPassword(hash, sentence)).toBe(true);
    expect(await verifyPassword(hash, `${sentence} `)).toBe(false);
    expect(await verifyPassword(null, sentence)).toBe(false);
    expect(await verifyPassword(null, "no account has this password")).toBe(false);
  });

  it("is the same however a keyboard composes its letters", async () => {
    expect(await verifyPassword(await hashPassword("perché la città è viva"), "perché la città è viva")).toBe(
      true,
    );
  });

  it("needs length and nothing else: spaces, emoji, any script", () => {
    for (const good of [sentence, "aaaaaaaaaab c", "площадь тихая", "🌳🌷🌻🌳🌷🌻🌳🌷🌻🌳🌷🌻"]) {
      expect(check(good)).not.toThrow();
    }
  });

  it("is refused where it is short, endless, one sign or the address itself", () => {
    expect(check("elevenchars")).toThrow(expect.objectContaining(unsuitable));
    expect(check("x".repeat(20))).toThrow(expect.objectContaining(unsuitable));
    expect(check("è0".repeat(passwordRules.maximumBytes / 3 + 1))).toThrow(
      expect.objectContaining(unsuitable),
    );
    expect(check("Ada@Example.org", "ada@example.org")).toThrow(expect.objectContaining(unsuitable));
  });
});
