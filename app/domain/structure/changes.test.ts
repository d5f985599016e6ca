import { describe, expect, it } from "vitest";
import { changesBetween } from "./changes.ts";

it("tells added, changed and gone apart, in order of code", () => {
  const before = new Map(Object.entries({ a: "1", b: "1", z: "1", y: "1" }));
  const after = new Map(Object.entries({ d: "1", c: "1", b: "2", a: "1" }));
  expect(changesBetween(before, after)).toEqual({ added: ["c", "d"], changed: ["b"], gone: ["y", "z"] });
});

describe("changesBetween", () => {
  it("is nothing", () => {
    const same = new Map([["a", "1"]]);
    expect(changesBetween(same, new Map(same))).toEqual({ added: [], changed: [], gone: [] });
  });
});
