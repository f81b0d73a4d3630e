import { isId } from "../ids.ts";

/** The name under which a board's document is on the wire; a new generation is a new document. */
export function documentName(boardId: string, generation: number): string {
  return `board/${boardId}/${generation}`;
}

/** The parts of a document name, or null for any other string. */
export function parseDocumentName(name: string): { boardId: string; generation: number } | null {
  const [, boardId, digits] = /^board\/([^/]+)\/([1-9]\d{0,8}|0)$/.exec(name) ?? [];
  return isId(boardId) ? { boardId, generation: Number(digits) } : null;
}
