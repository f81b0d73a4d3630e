/** A rectangle of the drawing, in its own units. */
export type Box = { x: number; y: number; width: number; height: number };

/** A group's tray with its sheets of paper; notes in no group lie on the field without one. */
export type Heap = { tray: Box | null; papers: Box[] };

const mostHeaps = 4;
const gap = 4;
const inset = 4;

/**
 * Lays the notes of a section out in its field: one tray for each group, side by side, then the notes in no group.
 * What does not fit is left out: the drawing tells much from little, the words beside it give the number.
 */
export const heaps = (field: Box, groups: readonly number[], loose: number): Heap[] => {
  const trays = [...groups].sort((a, b) => b - a).slice(0, loose > 0 ? mostHeaps - 1 : mostHeaps);
  const counts = [
    ...trays.map((count) => ({ count, tray: true })),
    ...(loose > 0 ? [{ count: loose, tray: false }] : []),
  ];
  if (counts.length === 0) return [];

  const width = (field.width - gap * (counts.length - 1)) / counts.length;
  const columns = counts.length === 1 ? 4 : 2;
  const rows = counts.length < 3 ? 3 : 4;
  const paper = {
    width: (width - 2 * inset - 2 * (columns - 1)) / columns,
    height: (field.height - 2 * inset - 3 * (rows - 1)) / rows,
  };

  return counts.map(({ count, tray }, index) => {
    const x = field.x + index * (width + gap);
    const papers = Array.from({ length: Math.min(count, columns * rows) }, (_, place) => ({
      x: x + inset + (place % columns) * (paper.width + 2),
      y: field.y + inset + Math.floor(place / columns) * (paper.height + 3),
      ...paper,
    }));
    const filled = Math.max(1, Math.ceil(papers.length / columns));
    const height = 2 * inset + filled * paper.height + (filled - 1) * 3;
    return { tray: tray ? { x, y: field.y, width, height } : null, papers };
  });
};
