/** Whose work it is and on what: two people on one device never share a store. */
export interface StoreOwner {
  readonly participantId: string;
  readonly boardId: string;
  readonly generation: number;
}

/** The store’s name holds actor, board and generation. */
export function storeName({ participantId, boardId, generation }: StoreOwner): string {
  return `${participantId}/${boardId}/${generation}`;
}
