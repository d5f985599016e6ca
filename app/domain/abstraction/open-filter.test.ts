import { expect, test } from "vitest";
import { readOpenFilter } from "./open-filter.ts";

const read = (query: string) => readOpenFilter(new URLSearchParams(query), "2026-11-26");

test.each([
  ["", ["force", "bcu", "neighbourhood"], null, "2024-12-01", "2026-11-01", "2024-10-01"],
  ["scope=bcu", ["bcu"], null, "2024-12-01", "2026-11-01", "2024-10-01"],
  ["neighbourhood=buxton", ["neighbourhood"], "buxton", "2024-12-01", "2026-11-01", "2024-10-01"],
  [
    "from=2026-05&to=2026-05",
    ["force", "bcu", "neighbourhood"],
    null,
    "2026-05-01",
    "2026-05-01",
    "2026-04-01",
  ],
  [
    "from=2023-01&to=2025-12",
    ["force", "bcu", "neighbourhood"],
    null,
    "2023-01-01",
    "2025-12-01",
    "2023-01-01",
  ],
])("%s", (query, scopes, neighbourhood, from, to, quarter) => {
  expect(read(query)).toEqual({
    ok: true,
    filter: { scopes, neighbourhood, months: { from, to }, quarters: { from: quarter, to } },
  });
});

test.each([
  ["scope=team", "scope must be one of force, bcu, neighbourhood."],
  ["scope=force&neighbourhood=buxton", "neighbourhood goes with no other scope."],
  ["from=May", "from and to must be months, like 2026-05."],
  ["to=2026-13", "from and to must be months, like 2026-05."],
  ["from=2026-05&to=2026-04", "from must not be after to."],
  ["from=2022-12&to=2025-12", "from and to may lie 36 months apart at most: ask again for more."],
])("%s is refused", (query, detail) => {
  expect(read(query)).toEqual({ ok: false, detail });
});
