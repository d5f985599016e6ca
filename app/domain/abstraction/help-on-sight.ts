import { mostHelpMinutes } from "./codes.ts";
import type { Span } from "./month.ts";

const minuteMs = 60_000;

/** Help on sight (N3), and what of it is directed response (R2) because it lasted longer; null where nothing is. */
export function splitHelpOnSight({ from, to }: Span): { help: Span; response: Span | null } {
  const end = new Date(from.getTime() + mostHelpMinutes * minuteMs);
  return to > end
    ? { help: { from, to: end }, response: { from: end, to } }
    : { help: { from, to }, response: null };
}
