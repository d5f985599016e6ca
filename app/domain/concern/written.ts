/** How long what a resident writes may be: long enough to tell it, short enough to be read. */
export const mostWords = 2_000;
export const mostPlace = 200;
export const mostWhen = 200;
export const mostEffect = 1_000;
export const mostAppeal = 1_000;

/** What somebody adds to have a decision looked at again, under what they said before; alone where that was erased. */
export const withAppeal = (words: string | null, added: string): string =>
  words === null ? added : `${words}\n\nAbout the decision: ${added}`;

// To three decimals is about 100 metres: never the door it was raised from.
const coarse = 1_000;
/** Degrees as finely as they may leave the browser, and be kept. */
export const toCoarse = (degrees: number) => Math.round(degrees * coarse) / coarse;

const isDegrees = (value: number, most: number) => Number.isFinite(value) && Math.abs(value) <= most;

/** A position as it may be kept, to about 100 metres; null for what is none. */
export function coarsePosition(lng: string, lat: string): { lng: number; lat: number } | null {
  if (lng.trim() === "" || lat.trim() === "") return null;
  const [east, north] = [Number(lng), Number(lat)];
  return isDegrees(east, 180) && isDegrees(north, 90) ? { lng: toCoarse(east), lat: toCoarse(north) } : null;
}
