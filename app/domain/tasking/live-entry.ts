import type { TaskingActionState } from "./action.ts";
import type { TaskingEntryKind } from "./entry.ts";

/** What was written down in a meeting, as every screen shows it; it travels as JSON. */
export interface LiveEntry {
  number: number;
  kind: TaskingEntryKind;
  itemId: string | null;
  words: string;
  reason: string | null;
  replaces: number | null;
  /** When it was written down, as ISO text. */
  at: string;
  /** Of an action: what is known of it beside what was to be done. */
  action: LiveAction | null;
}

export interface LiveAction {
  id: string;
  /** "AV-214". */
  name: string;
  agency: string;
  position: string;
  dueOn: string;
  state: TaskingActionState;
}

/** What a page was drawn with and what has come since, each number once, in order; of one number the page's. */
export function mergeEntries(
  drawn: readonly LiveEntry[],
  arrived: readonly LiveEntry[],
): readonly LiveEntry[] {
  const known = new Set(drawn.map(({ number }) => number));
  const fresh = arrived.filter(({ number }) => !known.has(number));
  if (fresh.length === 0) return drawn;
  const once = new Map(fresh.map((entry) => [entry.number, entry]));
  return [...drawn, ...once.values()].sort((one, other) => one.number - other.number);
}

/** The number of the last entry; 0 where there is none. */
export const lastNumber = (entries: readonly Pick<LiveEntry, "number">[]): number =>
  entries.reduce((last, { number }) => Math.max(last, number), 0);

/** An entry as it came over the wire; null where it is none. */
export function readLiveEntry(text: string): LiveEntry | null {
  const value: unknown = JSON.parse(text);
  return isLiveEntry(value) ? value : null;
}

// Our own server wrote it: enough is looked at to tell that it is an entry.
const isLiveEntry = (value: unknown): value is LiveEntry =>
  typeof value === "object" &&
  value !== null &&
  "number" in value &&
  typeof value.number === "number" &&
  "words" in value &&
  typeof value.words === "string";
