import { minuteEnd, nearLimit, shareOf, wholeCount, type CallerCount } from "#app/domain/shared-count.ts";

/** What is left of a caller's minute. */
export interface Allowance {
  isAllowed: boolean;
  limit: number;
  remaining: number;
  /** Whole seconds until the count begins again. */
  resetSeconds: number;
}

/** Beyond this many callers in a minute the count begins again, so that a flood of addresses cannot fill the memory. */
const mostCallers = 200_000;
/** As many as fit into one short statement; the rest follows the next time. */
const mostShared = 2_000;

interface Caller extends CallerCount {
  /** What the caller is counted under where processes add up; worked out when first needed. */
  key: string | null;
}

/** What a process adds to the sums of a minute. */
export interface Shares {
  windowEndsAt: Date;
  /** From this sum on a caller is worth telling of. */
  nearLimit: number;
  counts: readonly { key: string; count: number }[];
}

/** The sums of the callers near or over the limit, by their keys. */
export type Totals = ReadonlyMap<string, number>;

export interface RateLimit {
  take: (caller: string) => Allowance;
  /** Exchanges with the other processes; asks nothing of `exchange` when nobody came since the last time. */
  share: (exchange: (shares: Shares) => Promise<Totals>) => Promise<void>;
}

/**
 * Counts callers in fixed minutes, in this process's memory: one look-up a request. What other processes count comes
 * in by `share`, between requests, so that no request waits for it.
 */
export function createRateLimit(
  limit: number,
  keyOf: (caller: string) => string = (caller) => caller,
  now: () => number = Date.now,
): RateLimit {
  let callers = new Map<string, Caller>();
  /** Those of them who have something to share. */
  let sharing = new Map<string, Caller>();
  let totals: Totals = new Map<string, number>();
  let endsAt = 0;
  let hasNew = false;

  const begin = (at: number) => {
    callers = new Map();
    sharing = new Map();
    if (at >= endsAt) totals = new Map<string, number>();
    endsAt = minuteEnd(at);
  };
  const find = (name: string): Caller => {
    const known = callers.get(name);
    if (known !== undefined) return known;
    const caller = { count: 0, shared: 0, key: null };
    callers.set(name, caller);
    return caller;
  };
  const keyFor = (name: string, caller: Caller) => (caller.key ??= keyOf(name));

  const take = (name: string): Allowance => {
    const at = now();
    if (at >= endsAt || callers.size > mostCallers) begin(at);
    hasNew = true;
    const caller = find(name);
    const total = totals.size === 0 ? undefined : totals.get(keyFor(name, caller));
    const before = wholeCount(caller, total);
    const isAllowed = before < limit;
    if (isAllowed) {
      caller.count += 1;
      if (shareOf(caller, limit) > 0) sharing.set(name, caller);
    }
    return {
      isAllowed,
      limit,
      remaining: isAllowed ? limit - before - 1 : 0,
      resetSeconds: Math.ceil((endsAt - at) / 1_000),
    };
  };

  const share: RateLimit["share"] = async (exchange) => {
    if (!hasNew || now() >= endsAt) return;
    const ofMinute = endsAt;
    const sent = [...sharing]
      .slice(0, mostShared)
      .map(([name, caller]) => ({ name, caller, key: keyFor(name, caller), count: shareOf(caller, limit) }));
    const found = await exchange({
      windowEndsAt: new Date(ofMinute),
      nearLimit: nearLimit(limit),
      counts: sent.map(({ key, count }) => ({ key, count })),
    });
    // The minute may have ended meanwhile: then all this is of the past.
    if (ofMinute !== endsAt) return;
    for (const { name, caller, count } of sent) {
      caller.shared += count;
      if (shareOf(caller, limit) === 0) sharing.delete(name);
    }
    totals = found;
    hasNew = sharing.size > 0;
  };

  return { take, share };
}

/** The headers that say so, after draft-ietf-httpapi-ratelimit-headers; Retry-After only on a refusal. */
export function rateLimitHeaders({
  isAllowed,
  limit,
  remaining,
  resetSeconds,
}: Allowance): [string, string][] {
  return [
    ["RateLimit-Policy", `"api";q=${limit};w=60`],
    ["RateLimit", `"api";r=${remaining};t=${resetSeconds}`],
    ...(isAllowed ? [] : [["Retry-After", String(resetSeconds)] satisfies [string, string]]),
  ];
}
