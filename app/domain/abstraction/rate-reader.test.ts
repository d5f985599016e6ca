import { expect, test } from "vitest";
import type { Role } from "#app/domain/access.ts";
import type { Actor, Area } from "#app/domain/actor.ts";
import { rateReaderOf } from "./rate-reader.ts";

const actor = (...roles: readonly [Role, Area][]): Actor => ({
  kind: "staff",
  accountId: "one",
  sessionId: null,
  requestId: null,
  roles: roles.map(([role, area]) => ({ role, area, agencyId: null })),
});
const here = { neighbourhoodIds: ["n1", "n2"] };

test.each<[string, Actor, boolean]>([
  ["a sergeant", actor(["sergeant", here]), false],
  ["an inspector", actor(["inspector", here]), false],
  ["a commander", actor(["commander", here]), true],
  ["an analyst", actor(["analyst", "force"]), true],
  ["a chief officer", actor(["chief-officer", "force"]), true],
  ["records", actor(["records", "force"]), true],
  ["the oversight body", actor(["oversight", "force"]), true],
  ["an inspector who is an analyst elsewhere", actor(["inspector", here], ["analyst", "force"]), true],
  [
    "a sergeant of one of two places",
    actor(["sergeant", { neighbourhoodIds: ["n1"] }], ["commander", here]),
    true,
  ],
])("rates of few posts are a band for %s: %#", (_, who, isBanded) => {
  expect(rateReaderOf(who)).toMatchObject({ isBanded });
});

test("a constable and a partner read none", () => {
  expect(rateReaderOf(actor(["constable", here]))).toBeNull();
  expect(rateReaderOf(actor(["partner", "force"]))).toBeNull();
});
