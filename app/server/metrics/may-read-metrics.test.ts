import { expect, test } from "vitest";
import { mayReadMetrics } from "./may-read-metrics.ts";

const token = "sixteen characters";

test.each([
  ["this machine", "127.0.0.1", {}, null, true],
  ["this machine by IPv6", "::1", {}, null, true],
  ["this machine by both", "::ffff:127.0.0.1", {}, null, true],
  ["a proxy on this machine", "127.0.0.1", { "x-forwarded-for": "192.0.2.1" }, null, false],
  ["a proxy that says so otherwise", "127.0.0.1", { forwarded: "for=192.0.2.1" }, null, false],
  ["another machine", "10.0.0.5", {}, null, false],
  ["an address that only looks like it", "2001:db8::127.0.0.1", {}, null, false],
  ["nobody, any more", undefined, {}, null, false],
  ["whoever has the token", "10.0.0.5", { authorization: `Bearer ${token}` }, token, true],
  [
    "whoever has it, through a proxy",
    "10.0.0.5",
    { "x-forwarded-for": "192.0.2.1", authorization: `Bearer ${token}` },
    token,
    true,
  ],
  ["this machine without the token", "127.0.0.1", {}, token, false],
  ["a wrong token", "127.0.0.1", { authorization: `Bearer ${token}x` }, token, false],
  ["the token said otherwise", "127.0.0.1", { authorization: `Basic ${token}` }, token, false],
] as const)("%s", (_, remoteAddress, headers, setting, expected) => {
  expect(mayReadMetrics({ remoteAddress, headers: { ...headers } }, setting)).toBe(expected);
});
