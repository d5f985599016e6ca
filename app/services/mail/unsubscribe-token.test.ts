import { describe, expect, test } from "vitest";
import { deriveKeys, emailKeyOf } from "#app/services/keys/keys.server.ts";
import { readUnsubscribeToken, unsubscribeToken } from "./unsubscribe-token.server.ts";

const keys = deriveKeys("a secret of at least thirty-two characters");
const emailKey = emailKeyOf(keys, "jo@example.org");
const token = unsubscribeToken(keys, { emailKey, purpose: "concern-update" });

describe("the token of an unsubscribe link", () => {
  test("says what to stop", () => {
    expect(readUnsubscribeToken(keys, token)).toEqual({ emailKey, purpose: "concern-update" });
    const all = unsubscribeToken(keys, { emailKey, purpose: "all" });
    expect(readUnsubscribeToken(keys, all)).toEqual({ emailKey, purpose: "all" });
  });

  test("fits an address and holds none", () => {
    expect(token).toMatch(/^[\w-]{80,100}$/);
    expect(Buffer.from(token, "base64url").toString("latin1")).not.toMatch(/jo|example|@/);
  });

  test.each([
    ["nothing", ""],
    ["words", "unsubscribe"],
    ["cut short", token.slice(0, -2)],
    ["longer", `${token}AA`],
    ["altered", `B${token.slice(1)}`],
    ["altered in the middle", `${token.slice(0, 40)}${token[40] === "A" ? "B" : "A"}${token.slice(41)}`],
    ["of another installation", unsubscribeToken(deriveKeys("x".repeat(32)), { emailKey, purpose: "all" })],
  ])("is refused when it is %s", (_, bad) => {
    expect(readUnsubscribeToken(keys, bad)).toBeNull();
  });

  test("stops no service message, though signed", () => {
    const service = unsubscribeToken(keys, { emailKey, purpose: "invitation" });
    expect(readUnsubscribeToken(keys, service)).toBeNull();
  });
});
