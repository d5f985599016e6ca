import { describe, expect, test } from "vitest";
import { memberKinds } from "#app/domain/account/account.ts";
import { agreementFor } from "./agreement.ts";
import { invitationEnd, invitationStatus } from "./invitation.ts";
import { challengeEnd, mayRemovePasskey, tidyName, waysFor } from "./member.ts";

const sent = new Date("2026-11-24T12:00:00Z");
const expiresAt = invitationEnd(sent);

describe("what has become of an invitation", () => {
  const open = { acceptedAt: null, withdrawnAt: null, expiresAt };
  test.each([
    ["waiting", open, new Date("2026-11-26T11:59:59.999Z")],
    ["expired", open, new Date("2026-11-26T12:00:00Z")],
    ["accepted", { ...open, acceptedAt: sent }, new Date("2027-01-01T00:00:00Z")],
    ["withdrawn", { ...open, withdrawnAt: sent }, new Date("2027-01-01T00:00:00Z")],
  ] as const)("%s", (status, dates, now) => {
    expect(invitationStatus(dates, now)).toBe(status);
  });
});

test("an emailed code is no way in for whoever speaks for an agency", () => {
  const byCode = memberKinds.filter((kind) => waysFor(kind).includes("email-code"));
  expect(byCode).toEqual(["panel-member", "kin-member"]);
});

describe("the last proof stays", () => {
  test.each([
    [{ passkeys: 1, hasPassword: false }, false],
    [{ passkeys: 1, hasPassword: true }, true],
    [{ passkeys: 2, hasPassword: false }, true],
  ])("%o", (proofs, may) => {
    expect(mayRemovePasskey(proofs)).toBe(may);
  });
});

test("a step of a sign-in waits five minutes, an app to set up half an hour", () => {
  expect(challengeEnd("second-factor", sent)).toEqual(new Date("2026-11-24T12:05:00Z"));
  expect(challengeEnd("authenticator-enrol", sent)).toEqual(new Date("2026-11-24T12:30:00Z"));
});

describe("names", () => {
  test.each([
    ["  Siân   O’Neill-Jones ", "Siân O’Neill-Jones"],
    ["D'Arcy St. John", "D'Arcy St. John"],
    ["李小龍", "李小龍"],
    ["", null],
    ["pat@council.example", null],
    ["<b>Pat</b>", null],
    ["x".repeat(81), null],
  ])("%s", (typed, name) => {
    expect(tidyName(typed)).toBe(name);
  });
});

test("volunteers are told not to visit alone; partners to share only what is needed", () => {
  expect(agreementFor("kin-member").join(" ")).toMatch(/never visit anybody alone/);
  expect(agreementFor("partner").join(" ")).toMatch(/only what is needed/);
});
