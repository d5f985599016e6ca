import { describe, expect, it } from "vitest";
import { etagOf, isNoneMatch } from "./etag.ts";

describe("etagOf", () => {
  it("changes with the version and with the body, and is a valid entity tag", () => {
    const tag = etagOf("7", "{}");
    expect(tag).toMatch(/^W\/"[\w.-]+"$/);
    expect(etagOf("7", "{}")).toBe(tag);
    expect(etagOf("8", "{}")).not.toBe(tag);
    expect(etagOf("7", "[]")).not.toBe(tag);
  });
  it("keeps quotes and line breaks of a version out of the header", () => {
    expect(etagOf('a"\r\nb', "")).toMatch(/^W\/"ab\.[a-z\d]+"$/);
  });
  it("agrees with the published FNV-1a value", () => {
    // "a" → 0xe40c292c
    expect(etagOf("v", "a")).toBe(`W/"v.${(0xe40c292c).toString(36)}"`);
  });
});

describe("isNoneMatch", () => {
  it.each([
    [null, false],
    [undefined, false],
    ['"a.1"', true],
    ['W/"a.1"', true],
    ['"b.2", "a.1"', true],
    ["*", true],
    ['"a.2"', false],
    ["a.1", false],
  ])("%s → %s", (header, expected) => {
    expect(isNoneMatch(header, 'W/"a.1"')).toBe(expected);
  });
});
