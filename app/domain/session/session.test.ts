import { describe, expect, test } from "vitest";
import { deviceOf } from "./device.ts";
import { isFresh, sessionLimits } from "./session.ts";

describe("how long a session lasts, in minutes", () => {
  test.each([
    ["resident", "email-code", 30, 30],
    ["member", "email-code", 30, 30],
    ["member", "passkey", 20, 480],
    ["member", "password", 20, 480],
    ["staff", "oidc", 30, 720],
    ["staff", "demonstration", 720, 720],
  ] as const)("%s by %s: %i idle, %i at most", (kind, method, idle, absolute) => {
    expect(sessionLimits(kind, method)).toEqual({ idleMs: idle * 60_000, absoluteMs: absolute * 60_000 });
  });
});

test("a proof is fresh for ten minutes", () => {
  const proved = new Date("2026-11-24T10:00:00Z");
  expect(isFresh(proved, new Date("2026-11-24T10:10:00Z"))).toBe(true);
  expect(isFresh(proved, new Date("2026-11-24T10:10:00.001Z"))).toBe(false);
});

describe("a browser in words", () => {
  test.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36 Edg/120.0",
      "Edge on Windows",
    ],
    ["Mozilla/5.0 (Android 14; Mobile; rv:120.0) Gecko/120.0 Firefox/120.0", "Firefox on Android"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1",
      "Safari on iPhone",
    ],
    ["curl/8", "A browser"],
    [null, "A browser"],
  ])("%s", (userAgent, words) => {
    expect(deviceOf(userAgent)).toBe(words);
  });
});
