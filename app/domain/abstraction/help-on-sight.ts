import { mostHelpMinutes } from "./codes.ts";
import type { Span } from "./month.ts";

/** Emergency help on sight, and what goes beyond it: directed response. */
export interface SplitHelp {
  help: Span;
  rest: Span | null;
}

/** The first hour of help on sight is neighbourhood duty; what is longer is not. */
export function splitHelpOnSight({ from, to }: Span): SplitHelp {
  const end = new Date(from.getTime() + mostHelpMinutes * 60_000);
  return to <= end
    ? { help: { from, to }, rest: null }
    : { help: { from, to: end }, rest: { from: end, to } };
}
