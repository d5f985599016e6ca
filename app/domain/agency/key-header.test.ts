import { expect, test } from "vitest";
import { isAgencyApi, isKeyOpen, keyOfHeader } from "./key-header.ts";

const key = `sn_${"aB3-_".repeat(8)}xyz`;

test.each([
  [`Bearer ${key}`, key],
  [`bearer ${key}`, null],
  [`Bearer  ${key}`, null],
  [`Basic ${key}`, null],
  [`Bearer ${key} `, null],
  [`Bearer sn_short`, null],
  [`Bearer sn_${"a".repeat(101)}`, null],
  [`Bearer sk_${"a".repeat(43)}`, null],
  [key, null],
  ["", null],
  [null, null],
  [undefined, null],
])("%j carries %j", (authorization, expected) => {
  expect(keyOfHeader(authorization)).toBe(expected);
});

test.each([
  ["/api/v1/tasking/actions", true],
  ["/api/v1/tasking/actions/0b7e5b0e-0000-4000-8000-000000000001", true],
  ["/api/v1/tasking/actions/", false],
  ["/api/v1/tasking/actions.data", false],
  ["/api/v1/tasking/actions/abc.data", false],
  ["/api/v1/tasking/actions/abc/def", false],
  ["/api/v1/tasking/actions/..%2F..%2Faccount", false],
  ["/api/v1/TASKING/actions", false],
  ["/api/v1/tasking", false],
  ["/partners/asked/abc", false],
  ["/x/api/v1/tasking/actions", false],
])("%s is worked by key: %s", (path, expected) => {
  expect(isAgencyApi(path)).toBe(expected);
});

test.each([
  ["on its last day", "2026-03-10", null, true],
  ["the day after", "2026-03-11", null, false],
  ["ended by somebody", "2026-03-01", new Date("2026-02-28T12:00:00Z"), false],
])("%s", (_, today, endedAt, expected) => {
  expect(isKeyOpen({ endsOn: "2026-03-10", endedAt }, today)).toBe(expected);
});
