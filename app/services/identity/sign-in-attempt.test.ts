import { expect, test } from "vitest";
import { deriveKeys } from "#app/services/keys/keys.server.ts";
import { attemptLastsMs, openAttempt, sealAttempt, type SignInAttempt } from "./sign-in-attempt.server.ts";

const keys = deriveKeys("a secret for tests, thirty-two characters long");
const startedAt = new Date("2026-11-24T09:00:00.000Z");
const attempt: SignInAttempt = {
  state: "s",
  nonce: "n",
  verifier: "v",
  next: "/staff/people",
  isFresh: false,
  startedAt,
};
const after = (ms: number) => new Date(startedAt.getTime() + ms);

test("an attempt comes back as it was, for ten minutes", () => {
  const sealed = sealAttempt(keys, attempt);
  expect(openAttempt(keys, sealed, after(0))).toEqual(attempt);
  expect(openAttempt(keys, sealed, after(attemptLastsMs))).toEqual(attempt);
  expect(openAttempt(keys, sealed, after(attemptLastsMs + 1))).toBeNull();
});

test("its cookie does not tell what is in it", () => {
  const sealed = Buffer.from(sealAttempt(keys, attempt), "base64url").toString("latin1");
  expect(sealed).not.toContain("/staff/people");
});

test.each([
  ["cut short", (sealed: string) => sealed.slice(0, -2)],
  ["altered", (sealed: string) => `${sealed.startsWith("A") ? "B" : "A"}${sealed.slice(1)}`],
  ["empty", () => ""],
  ["not ours", () => "eyJzdGF0ZSI6InMifQ"],
])("one that is %s opens nothing", (_, change) => {
  expect(openAttempt(keys, change(sealAttempt(keys, attempt)), after(0))).toBeNull();
});

test("one sealed under another installation's secret opens nothing", () => {
  const others = deriveKeys("another secret for tests, thirty-two characters");
  expect(openAttempt(keys, sealAttempt(others, attempt), after(0))).toBeNull();
});
