import { describe, expect, test } from "vitest";
import { hashPassword, isPassword } from "./password-hash.server.ts";
import { relyingPartyOf } from "./relying-party.ts";

describe("a password's hash", () => {
  test("is salted, and opens for the same keys on any keyboard", async () => {
    const [one, two] = await Promise.all([
      hashPassword("café au lait, Åse"),
      hashPassword("café au lait, Åse"),
    ]);
    expect(one).not.toBe(two);
    expect(await isPassword("cafe\u0301 au lait, A\u030Ase", one)).toBe(true);
    expect(await isPassword("cafe au lait, Ase", one)).toBe(false);
  });

  test("of nobody is opened by nothing", async () => {
    expect(await isPassword("anything at all", null)).toBe(false);
  });

  test("made in an unknown way is an error, not a refusal", async () => {
    await expect(isPassword("anything at all", "md5$x$y")).rejects.toThrow("does not know");
  });
});

test.each([
  ["https://sn.example", { id: "sn.example", origin: "https://sn.example" }],
  ["http://localhost:3000", { id: "localhost", origin: "http://localhost:3000" }],
])("passkeys belong to the host of %s", (url, party) => {
  expect(relyingPartyOf(url)).toMatchObject(party);
});

test.each(["http://127.0.0.1:3000", "http://[::1]:3000"])("there are none for the bare address %s", (url) => {
  expect(relyingPartyOf(url)).toBeNull();
});
