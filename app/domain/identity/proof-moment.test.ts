import { expect, test } from "vitest";
import { isFresh } from "#app/domain/session/session.ts";
import { proofMoment } from "./proof-moment.ts";

const now = new Date("2026-11-24T10:00:00Z");

test.each([
  ["this morning", "2026-11-24T08:00:00Z", "2026-11-24T08:00:00Z", false],
  ["a minute ago", "2026-11-24T09:59:00Z", "2026-11-24T09:59:00Z", true],
  ["in the future", "2026-11-24T10:00:20Z", "2026-11-24T10:00:00Z", true],
])("proved %s", (_, told, expected, fresh) => {
  const moment = proofMoment(new Date(told), now);
  expect(moment).toEqual(new Date(expected));
  expect(isFresh(moment, now)).toBe(fresh);
});

test("a provider that does not say when has proved nothing fresh", () => {
  expect(isFresh(proofMoment(null, now), now)).toBe(false);
});
