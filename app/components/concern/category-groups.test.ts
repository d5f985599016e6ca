import { expect, test } from "vitest";
import { concernCategories } from "#app/domain/concern/categories.ts";
import { categoryGroups } from "./category-groups.ts";

test("every category can be chosen, once", () => {
  const offered = categoryGroups.flatMap(({ items }) => items.map(({ value }) => value));
  expect(offered.sort()).toEqual([...concernCategories].sort());
});
