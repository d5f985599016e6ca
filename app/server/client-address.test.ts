import { describe, expect, it } from "vitest";
import { clientKeyOf, trustProxyOf } from "./client-address.ts";

describe("clientKeyOf", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["2001:db8:0:1::9", "2001:db8:0:1"],
    ["2001:db8:0:1:ffff:1:2:3", "2001:db8:0:1"],
    ["2001:DB8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["", ""],
  ])("%s → %s", (address, key) => {
    expect(clientKeyOf(address)).toBe(key);
  });
});

describe("trustProxyOf", () => {
  it.each([
    [null, "127.0.0.1", 0, false],
    ["1", "192.0.2.9", 0, true],
    ["1", "192.0.2.9", 1, false],
    ["loopback, 10.0.0.0/8", "10.1.2.3", 0, true],
    ["loopback, 10.0.0.0/8", "192.0.2.9", 0, false],
  ])("%s, %s at hop %i → %s", (setting, address, hop, expected) => {
    expect(trustProxyOf(setting)(address, hop)).toBe(expected);
  });
  it("refuses a setting it cannot read", () => {
    expect(() => trustProxyOf("everyone")).toThrow();
  });
});
