import * as Y from "yjs";

/** A place in the text that stays between the same letters whatever others write around it. */
export function placeInText(text: Y.Text, index: number): unknown {
  return Y.relativePositionToJSON(
    // Sticks to the letter before it, so that a caret does not run along with what another writes behind it.
    Y.createRelativePositionFromTypeIndex(text, index, -1),
  );
}

/** Where that place is now; null when it lies in another text, or cannot be read. */
export function indexInText(text: Y.Text, place: unknown): number | null {
  if (!text.doc || place === null || typeof place !== "object") return null;
  try {
    const absolute = Y.createAbsolutePositionFromRelativePosition(
      Y.createRelativePositionFromJSON(place),
      text.doc,
    );
    return absolute && absolute.type === text ? absolute.index : null;
  } catch {
    // Presence comes from other people’s browsers: a place that makes no sense is no place.
    return null;
  }
}
