import { readInviteCode, showInviteCode } from "@tavolo/schema/people/invite-code";

/** What a person pasted or typed to get in: the code of an invite, a sign-in token, or nothing we know. */
export type Entrance = { to: "join"; code: string } | { to: "sign-in"; token: string } | null;

const code = /^[A-Za-z0-9_-]{16,64}$/;
const joinLink = /\/join\/([A-Za-z0-9_-]{9,64})\/?(?:[?#].*)?$/;
const signInLink = /\/sign-in\/?(?:\?[^#]*)?#([A-Za-z0-9_-]{16,128})$/;

/** Reads an invite's code or link, or a sign-in link, however it was pasted. */
export const readEntrance = (pasted: string): Entrance => {
  const text = pasted.trim().replace(/^<|[>.]$/g, "");
  const token = signInLink.exec(text)?.[1];
  if (token) return { to: "sign-in", token };
  const fromLink = joinLink.exec(text)?.[1];
  if (fromLink) return { to: "join", code: fromLink };
  if (code.test(text)) return { to: "join", code: text };
  const short = readInviteCode(text);
  return short ? { to: "join", code: showInviteCode(short) } : null;
};
