/** What an agency's own system asks of its list. */
export interface ApiFilter {
  state: "open" | "closed" | "all";
  /** What changed at this moment or later. */
  since: Date | null;
  after: ApiPlace | null;
  limit: number;
}

/** The last action of a page: the next page goes on after it. `changedAt` is to the microsecond, as the database has it. */
export interface ApiPlace {
  changedAt: string;
  id: string;
}

export type ApiFilterRead = { ok: true; filter: ApiFilter } | { ok: false; detail: string };

// Longer than any change waits for its turn: it bears the moment at which it was asked for, not that at which it is there
// to be read.
const longestWriteMs = 5 * 60_000;

/** From when a system that reads a list at a moment has to ask again, so that it misses nothing. */
export const nothingMissedSince = (now: Date): Date => new Date(now.getTime() - longestWriteMs);

const mostApiActions = 100;
const states: readonly ApiFilter["state"][] = ["open", "closed", "all"];

const dayShape = /^20\d\d-\d\d-\d\d$/;
const momentShape = /^20\d\d-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)$/;
const placeShape =
  /^(20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Reads `state`, `since`, `after` and `limit`. */
export function readApiFilter(params: URLSearchParams): ApiFilterRead {
  const asked = params.get("state") ?? "open";
  const state = states.find((one) => one === asked);
  if (state === undefined) return { ok: false, detail: `state must be one of ${states.join(", ")}.` };
  const since = momentOf(params.get("since"));
  if (since === undefined)
    return {
      ok: false,
      detail: "since must be a moment, like 2026-03-01T09:00:00Z, or a day, like 2026-03-01.",
    };
  const after = placeOf(params.get("after"));
  if (after === undefined) return { ok: false, detail: "after must be what next of the page before had." };
  const limit = Number(params.get("limit") ?? mostApiActions);
  if (!Number.isInteger(limit) || limit < 1 || limit > mostApiActions)
    return { ok: false, detail: `limit must be a whole number from 1 to ${mostApiActions}.` };
  return { ok: true, filter: { state, since, after, limit } };
}

export const placeInWords = ({ changedAt, id }: ApiPlace): string => `${changedAt}_${id}`;

/** Undefined for what is no moment; null for nothing asked. */
function momentOf(words: string | null): Date | null | undefined {
  if (words === null) return null;
  if (!dayShape.test(words) && !momentShape.test(words)) return undefined;
  const moment = new Date(words);
  return isRealDay(words) && !Number.isNaN(moment.getTime()) ? moment : undefined;
}

function placeOf(words: string | null): ApiPlace | null | undefined {
  if (words === null) return null;
  const [, changedAt, id] = placeShape.exec(words) ?? [];
  if (changedAt === undefined || id === undefined) return undefined;
  return isRealDay(changedAt) && !Number.isNaN(Date.parse(changedAt)) ? { changedAt, id } : undefined;
}

/** The 31st of February is read as one of March, which nobody meant. */
function isRealDay(words: string): boolean {
  const day = words.slice(0, "2026-03-01".length);
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
}
