import { expect, test } from "vitest";
import { withoutAddresses } from "./without-addresses.ts";

test.each([
  ["550 5.1.1 <jo.smith@example.org>: no such user", "550 5.1.1 <[address]>: no such user"],
  ["550 jo@example.org,amy@example.org unknown", "550 [address],[address] unknown"],
  ['550 "jo smith"@example.org unknown', "550 [address] unknown"],
  ["550 jo@bücher.example unknown", "550 [address] unknown"],
  ["451 try\r\nagain\u0000 later", "451 try again later"],
  ["connect ECONNREFUSED 127.0.0.1:25", "connect ECONNREFUSED 127.0.0.1:25"],
])("%j", (said, kept) => {
  expect(withoutAddresses(said)).toBe(kept);
});

test("is cut short, and an address on the edge is not cut in two", () => {
  const kept = withoutAddresses(`${"x".repeat(290)} ${"jo@example.org ".repeat(10_000)}`);
  expect(kept.length).toBeLessThanOrEqual(300);
  expect(kept).not.toContain("@");
});
