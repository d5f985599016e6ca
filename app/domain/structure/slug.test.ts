import { describe, expect, it } from "vitest";
import { freeSlug, slugOf } from "./slug.ts";

describe("slugOf", () => {
  it.each([
    ["High Peak", "high-peak"],
    ["Hadfield & Tintwistle", "hadfield-and-tintwistle"],
    ["St Mary's / Priory (east)", "st-marys-priory-east"],
    ["Café Züri", "cafe-zuri"],
    ["  ", ""],
  ])("%s is %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});

describe("freeSlug", () => {
  it.each([
    [[], "norton"],
    [["norton"], "norton-n1"],
    [["norton", "norton-n1"], "norton-n1-2"],
  ])("with %j taken is %s", (taken, slug) => {
    expect(freeSlug("Norton", "N1", new Set(taken))).toBe(slug);
  });
});
