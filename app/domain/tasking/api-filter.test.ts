import { expect, test } from "vitest";
import { placeInWords, readApiFilter, type ApiFilter } from "./api-filter.ts";

const id = "0b7e5b0e-1111-4000-8000-000000000001";
const usual: ApiFilter = { state: "open", since: null, after: null, limit: 100 };
const place = { changedAt: "2026-03-01T09:00:00.123456Z", id };

test.each<[string, Partial<ApiFilter>]>([
  ["", {}],
  ["state=all", { state: "all" }],
  ["state=closed&limit=1", { state: "closed", limit: 1 }],
  ["since=2026-03-01", { since: new Date("2026-03-01T00:00:00Z") }],
  ["since=2026-03-01T09:00:00Z", { since: new Date("2026-03-01T09:00:00Z") }],
  ["since=2026-03-01T09:00:00.5%2B01:00", { since: new Date("2026-03-01T08:00:00.500Z") }],
  [`after=${placeInWords(place)}`, { after: place }],
])("%s", (query, expected) => {
  expect(readApiFilter(new URLSearchParams(query))).toEqual({ ok: true, filter: { ...usual, ...expected } });
});

test.each([
  ["state=late", "state"],
  ["state=", "state"],
  ["since=yesterday", "since"],
  ["since=2026-02-31", "since"],
  ["since=2026-02-31T09:00:00Z", "since"],
  ["since=2026-03-01T25:00:00Z", "since"],
  ["since=0000-01-01", "since"],
  ["since=2026-03-01T09:00:00", "since"],
  ["limit=0", "limit"],
  ["limit=101", "limit"],
  ["limit=1.5", "limit"],
  ["limit=many", "limit"],
  ["after=", "after"],
  [`after=${id}`, "after"],
  [`after=2026-03-01T09:00:00Z_${id}`, "after"],
  [`after=2026-02-31T09:00:00.123456Z_${id}`, "after"],
  [`after=${placeInWords(place)}'`, "after"],
])("%s is refused", (query, field) => {
  expect(readApiFilter(new URLSearchParams(query))).toMatchObject({
    ok: false,
    detail: expect.stringMatching(new RegExp(`^${field} must`)) as string,
  });
});
