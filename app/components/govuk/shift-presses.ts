/** How often Shift was pressed by itself, without any other key between. */
export interface ShiftPresses {
  count: number;
  /** The key let go before had Shift held down with it, as in a capital letter: the Shift that follows is its own. */
  wasWithShift: boolean;
}

export const noPresses: ShiftPresses = { count: 0, wasWithShift: false };

/** So many presses leave the page. */
export const pressesToLeave = 3;

/** The count once a key is let go. */
export function afterKeyUp(before: ShiftPresses, { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">) {
  const isPress = key === "Shift" && !before.wasWithShift;
  return { count: isPress ? before.count + 1 : 0, wasWithShift: shiftKey };
}
