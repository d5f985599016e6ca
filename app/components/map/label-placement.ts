/** A name wanted at a position of the screen, in pixels. */
export interface WantedLabel {
  words: string;
  x: number;
  y: number;
  /** How wide the thing it names is on the screen, in pixels. */
  roomPixels: number;
  /** Placed before all others, and whatever the room. */
  isFirst?: boolean;
}

/** About what a letter takes at the size of map labels. */
export const letterPixels = 7.5;
const linePixels = 18;
const gapPixels = 4;
/** A name may hang over its area's edge by this much before it misleads. */
const overhang = 1.35;

/** The labels that can stand together without touching, the roomiest first. */
export function placeLabels<Label extends WantedLabel>(wanted: readonly Label[]): Label[] {
  const placed: { label: Label; left: number; right: number; top: number; bottom: number }[] = [];
  const inOrder = [...wanted].sort(
    (a, b) => Number(b.isFirst ?? false) - Number(a.isFirst ?? false) || b.roomPixels - a.roomPixels,
  );
  for (const label of inOrder) {
    const widthPixels = label.words.length * letterPixels;
    if (label.isFirst !== true && widthPixels > label.roomPixels * overhang) continue;
    const box = {
      label,
      left: label.x - widthPixels / 2 - gapPixels,
      right: label.x + widthPixels / 2 + gapPixels,
      top: label.y - linePixels / 2,
      bottom: label.y + linePixels / 2,
    };
    const isClear = placed.every(
      (other) =>
        box.right <= other.left ||
        box.left >= other.right ||
        box.bottom <= other.top ||
        box.top >= other.bottom,
    );
    if (isClear) placed.push(box);
  }
  return placed.map(({ label }) => label);
}
