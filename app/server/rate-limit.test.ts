import { describe, expect, it } from "vitest";
import { createRateLimit, rateLimitHeaders, type RateLimit, type Shares } from "./rate-limit.ts";

it("counts each caller by the minute and says when the next begins", () => {
  let now = 120_000 + 15_500;
  const { take } = createRateLimit(2, undefined, () => now);
  expect(take("a")).toEqual({ isAllowed: true, limit: 2, remaining: 1, resetSeconds: 45 });
  expect(take("a").isAllowed).toBe(true);
  const refused = take("a");
  expect(refused).toEqual({ isAllowed: false, limit: 2, remaining: 0, resetSeconds: 45 });
  expect(take("b").isAllowed).toBe(true);
  now = 180_000;
  expect(take("a")).toMatchObject({ isAllowed: true, remaining: 1, resetSeconds: 60 });
  expect(rateLimitHeaders(refused)).toEqual([
    ["RateLimit-Policy", '"api";q=2;w=60'],
    ["RateLimit", '"api";r=0;t=45'],
    ["Retry-After", "45"],
  ]);
});

describe("what other processes count", () => {
  const at = 30_000;
  /** Two processes that exchange over a map, as they do over the database. */
  const twoProcesses = (limit: number) => {
    const sums = new Map<string, number>();
    const exchange = ({ counts, nearLimit }: Shares) => {
      for (const { key, count } of counts) sums.set(key, (sums.get(key) ?? 0) + count);
      return Promise.resolve(new Map([...sums].filter(([, sum]) => sum >= nearLimit)));
    };
    const create = () =>
      createRateLimit(
        limit,
        (caller) => `key of ${caller}`,
        () => at,
      );
    return { one: create(), other: create(), exchange, sums };
  };
  const takeTimes = (take: RateLimit["take"], times: number) =>
    Array.from({ length: times }, () => take("a")).filter(({ isAllowed }) => isAllowed).length;

  it("counts against a caller everywhere, whether or not they came here before", async () => {
    const { one, other, exchange, sums } = twoProcesses(10);
    expect([takeTimes(one.take, 6), takeTimes(other.take, 3)]).toEqual([6, 3]);
    await one.share(exchange);
    await other.share(exchange);
    expect(other.take("a")).toMatchObject({ isAllowed: true, remaining: 0 });
    expect(other.take("a")).toMatchObject({ isAllowed: false, remaining: 0 });
    await other.share(exchange);
    one.take("b");
    await one.share(exchange);
    expect(takeTimes(one.take, 5)).toBe(0);
    expect(sums.get("key of a")).toBe(10);
  });

  it("stays shared once when the exchange fails, and is asked for again", async () => {
    const { one, exchange, sums } = twoProcesses(10);
    takeTimes(one.take, 4);
    await expect(one.share(() => Promise.reject(new Error("away")))).rejects.toThrow("away");
    await one.share(exchange);
    await one.share(exchange);
    expect(sums.get("key of a")).toBe(4);
  });

  it("asks for nothing when nobody came", async () => {
    const { one } = twoProcesses(10);
    await one.share(() => Promise.reject(new Error("asked")));
  });

  it("is of the past when its minute ended during the exchange", async () => {
    let now = at;
    const { take, share } = createRateLimit(2, undefined, () => now);
    take("a");
    await share(() => {
      now = 60_000;
      take("a");
      return Promise.resolve(new Map([["a", 9]]));
    });
    expect(take("a").isAllowed).toBe(true);
  });
});
