/** Of a step of ten: what people count in. */
const steps = [1, 2, 5, 10] as const;

// A sum of decimal steps, such as 0.1 + 0.2, is a hair beside the number that it stands for.
const exact = (value: number) => Number(value.toPrecision(12));

/**
 * Round numbers from nought up to, and not under, a top: as few as fit into `most` steps. Whole figures get whole steps.
 */
export function roundTicks(top: number, most: number, isWhole: boolean): number[] {
  const wanted = Math.max(top, isWhole ? 1 : 0);
  if (wanted === 0) return [0, 1];
  const ten = 10 ** Math.floor(Math.log10(wanted / most));
  const raw = steps.find((step) => exact(step * ten * most) >= wanted) ?? 10;
  const step = isWhole ? Math.max(1, exact(raw * ten)) : exact(raw * ten);
  const count = Math.ceil(exact(wanted / step));
  return Array.from({ length: count + 1 }, (_, at) => exact(at * step));
}
