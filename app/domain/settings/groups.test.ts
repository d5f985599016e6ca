import { expect, test } from "vitest";
import { settingGroups } from "./groups.ts";
import { settingNames } from "./settings.ts";

test("every figure stands under one heading", () => {
  expect(settingGroups.flatMap(({ names }) => names)).toEqual(settingNames);
  for (const { heading, names } of settingGroups) expect(names.length, heading).toBeGreaterThan(2);
});
