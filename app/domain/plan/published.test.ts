import { describe, expect, test } from "vitest";
import { planFields, publicPlanFields } from "./fields.ts";
import { fieldsPublished } from "./published.ts";

const partsOf = (at: Parameters<typeof fieldsPublished>[0]) => [
  ...new Set(fieldsPublished(at).map((name) => planFields[name].part)),
];

describe("what residents read of a plan's fields", () => {
  test.each([
    ["draft", null, []],
    ["scanning", "draft", ["draft"]],
    ["analysis", "scanning", ["draft", "scanning"]],
    ["response-live", "response-agreed", ["draft", "scanning", "analysis"]],
    ["assessment", "response-live", ["draft", "scanning", "analysis"]],
    ["awaiting-signoff", "assessment", ["draft", "scanning", "analysis", "assessment"]],
    // Returned: it is analysed again, and what was published stays.
    ["analysis", "awaiting-signoff", ["draft", "scanning", "analysis", "assessment"]],
    ["closed", "awaiting-signoff", ["draft", "scanning", "analysis", "assessment"]],
    // Closed without sign-off while it was scanned.
    ["closed", "scanning", ["draft"]],
    ["closed", null, ["draft", "scanning", "analysis", "assessment"]],
  ] as const)("in %s, moved on from %s", (stage, furthestLeft, parts) => {
    expect(partsOf({ stage, furthestLeft })).toEqual(parts);
  });

  test("never a restricted one", () => {
    const all = fieldsPublished({ stage: "closed", furthestLeft: null });
    expect(all).toEqual(publicPlanFields);
    expect(all.filter((name) => !planFields[name].isPublic)).toEqual([]);
  });
});
