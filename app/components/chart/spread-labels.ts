export interface Label {
  /** Where its foot wants to stand, downwards. */
  y: number;
}

/**
 * Moves labels apart, so that each has `room` to itself, none above `top` or under `bottom` where they fit at all. The
 * order from top to bottom stays.
 */
export function spreadLabels<L extends Label>(
  labels: readonly L[],
  room: number,
  top: number,
  bottom: number,
): L[] {
  const ordered = [...labels].sort((one, other) => one.y - other.y);
  let floor = top;
  const pushed = ordered.map((label) => {
    const y = Math.max(label.y, floor);
    floor = y + room;
    return { ...label, y };
  });
  let ceiling = bottom;
  return pushed
    .reverse()
    .map((label) => {
      const y = Math.min(label.y, ceiling);
      ceiling = y - room;
      return { ...label, y };
    })
    .reverse();
}
