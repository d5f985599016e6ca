import { expect, it } from "vitest";
import { createRateLimit, rateLimitHeaders } from "./rate-limit.ts";

it("counts each caller by the minute and says when the next begins", () => {
  let now = 120_000 + 15_500;
  const take = createRateLimit(2, () => now);
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
