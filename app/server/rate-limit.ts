/** What is left of a caller's minute. */
export interface Allowance {
  isAllowed: boolean;
  limit: number;
  remaining: number;
  /** Whole seconds until the count begins again. */
  resetSeconds: number;
}

const minuteMs = 60_000;
/** Beyond this many callers in a minute the count begins again, so that a flood of addresses cannot fill the memory. */
const mostCallers = 200_000;

/** Counts callers in fixed minutes, in this process's memory: one look-up a request. */
export function createRateLimit(limit: number, now: () => number = Date.now) {
  let counts = new Map<string, number>();
  let endsAt = 0;
  return (caller: string): Allowance => {
    const at = now();
    if (at >= endsAt || counts.size > mostCallers) {
      counts = new Map();
      endsAt = (Math.floor(at / minuteMs) + 1) * minuteMs;
    }
    const count = (counts.get(caller) ?? 0) + 1;
    counts.set(caller, count);
    return {
      isAllowed: count <= limit,
      limit,
      remaining: Math.max(0, limit - count),
      resetSeconds: Math.ceil((endsAt - at) / 1_000),
    };
  };
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
