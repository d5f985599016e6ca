import { expect, test } from "vitest";
import { extractOf } from "#app/domain/tasking/extract.ts";
import { extractCsv } from "./extract-csv.ts";

test("each line is marked, says what has worked for its theme, and holds no formula", () => {
  const extract = extractOf(
    {
      priorities: [
        {
          reference: "P-22222",
          title: '=HYPERLINK("http://bad.invalid")',
          category: "speeding",
          state: "in-progress",
          openedOn: "2026-11-01",
          place: "+Alfreton",
          bcu: { code: "B1", name: "North" },
          partnership: { code: "P1", name: "Amber Valley" },
        },
      ],
      practice: [{ category: "speeding", slug: "a-sign", title: "@A sign" }],
      outcomes: [
        { category: "speeding", reference: "P-33333", title: "School gate", before: "30.", after: "9" },
        { category: "parking", reference: "P-33334", title: "Of another theme", before: "3", after: "1" },
      ],
      actions: [],
    },
    { theme: null, area: null },
    "2026-11-11",
  );
  const [header, line, ...more] = extractCsv(extract).trim().split("\r\n");
  expect(header).toBe(
    '"marking","theme","bcu","partnership","neighbourhood","reference","priority","stage","days_open","what_has_worked"',
  );
  expect(line).toMatch(/^"OFFICIAL",/);
  for (const cell of [
    `"'=HYPERLINK(""http://bad.invalid"")"`,
    `"'+Alfreton"`,
    `"'@A sign; School gate (before: 30; after: 9)"`,
  ])
    expect(line).toContain(cell);
  expect(line).not.toContain("Of another theme");
  expect(more).toEqual([]);
});
