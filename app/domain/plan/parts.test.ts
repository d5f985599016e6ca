import { expect, test } from "vitest";
import { dayTextOf, partsOfDayText } from "./day-text.ts";
import { planFieldNames } from "./fields.ts";
import { fieldNamesOf, planParts, slugOfField, slugOfStage } from "./parts.ts";
import { planStages } from "./states.ts";

test("every field stands in one part, in its order", () => {
  expect(planParts.flatMap(({ part }) => fieldNamesOf(part))).toEqual(planFieldNames);
  expect(slugOfField("displacement")).toBe("response");
});

test("every stage has a part to open", () => {
  const slugs = planParts.map(({ slug }) => slug);
  for (const stage of planStages) expect(slugs).toContain(slugOfStage(stage));
});

test.each([
  [{ day: "31", month: "3", year: "2027" }, "2027-03-31", { day: "31", month: "3", year: "2027" }],
  [{ day: " 5", month: "03", year: "2027 " }, "2027-03-05", { day: "5", month: "3", year: "2027" }],
  [{ day: "31", month: "2", year: "2027" }, "31/2/2027", { day: "31", month: "2", year: "2027" }],
  [{ day: "soon" }, "soon//", { day: "soon", month: "", year: "" }],
  [{ day: " " }, "", { day: "", month: "", year: "" }],
  [{}, "", { day: "", month: "", year: "" }],
])("a date typed as %j is kept as %j", (parts, text, back) => {
  expect(dayTextOf(parts)).toBe(text);
  expect(partsOfDayText(text)).toEqual(back);
});
