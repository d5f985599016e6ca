import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import type { AuditLine } from "#app/domain/account/audit-filter.ts";
import { auditCsv, csvCell } from "./audit-csv.ts";

const line: AuditLine = {
  number: 7,
  at: new Date("2026-11-24T10:00:00Z"),
  action: "account.link",
  actorKind: "staff",
  actorId: "0b1c",
  actorName: '=HYPERLINK("https://bad.example")',
  subjectKind: "account",
  subjectId: null,
  subjectName: null,
  neighbourhoodId: null,
  neighbourhoodName: "Norton, Upper",
  reason: null,
  requestId: null,
  details: { post: "1" },
};

describe("a cell", () => {
  test.each([
    ["=1+1", `"'=1+1"`],
    ["+44", `"'+44"`],
    ["-1", `"'-1"`],
    ["@sum", `"'@sum"`],
    ["\tx", `"'\tx"`],
    ["\rx", `"'\rx"`],
    ['say "no"', '"say ""no"""'],
    [null, '""'],
    [12, '"12"'],
  ])("%j is %s", (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});

test("the record as a spreadsheet", () => {
  const rows: string[][] = parse(auditCsv([line], false));
  expect(rows).toHaveLength(2);
  expect(rows[1]?.slice(0, 6)).toEqual([
    "7",
    "2026-11-24T10:00:00.000Z",
    "account.link",
    "staff",
    "0b1c",
    `'=HYPERLINK("https://bad.example")`,
  ]);
  expect(rows[1]?.[8]).toBe("Norton, Upper");
});

test("says when there is more", () => {
  expect(auditCsv([line], true)).toContain("Only the newest 1 rows are here");
});
