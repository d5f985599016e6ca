import { describe, expect, test } from "vitest";
import { deriveKeys, emailKeyOf, keyedHash, newToken, seal, unseal } from "./keys.server.ts";

const keys = deriveKeys("a secret of at least thirty-two characters");
const others = deriveKeys("another secret of thirty-two characters or so");

describe("keys", () => {
  test("each purpose has its own, the same for the same secret", () => {
    const all = Object.values(keys).map((key: Buffer) => key.toString("hex"));
    expect(new Set(all).size).toBe(all.length);
    expect(deriveKeys("a secret of at least thirty-two characters")).toEqual(keys);
    expect(emailKeyOf(others, "jo@example.org")).not.toBe(emailKeyOf(keys, "jo@example.org"));
  });

  test("the parts of a hash do not run into each other", () => {
    expect(keyedHash(keys.codes, "ab", "c")).not.toBe(keyedHash(keys.codes, "a", "bc"));
  });

  test("tokens differ", () => {
    expect(new Set(Array.from({ length: 100 }, newToken)).size).toBe(100);
  });
});

describe("a sealed text", () => {
  const sealed = seal(keys, "account 1", "JBSWY3DPEHPK3PXP");

  test("opens under its key and context", () => {
    expect(unseal(keys, "account 1", sealed)).toBe("JBSWY3DPEHPK3PXP");
    expect(seal(keys, "account 1", "JBSWY3DPEHPK3PXP")).not.toBe(sealed);
  });

  test.each([
    ["another context", () => unseal(keys, "account 2", sealed)],
    ["another key", () => unseal(others, "account 1", sealed)],
    ["an altered text", () => unseal(keys, "account 1", `${sealed.slice(0, -4)}AAAA`)],
  ])("does not under %s", (_, open) => {
    expect(open).toThrow();
  });
});
