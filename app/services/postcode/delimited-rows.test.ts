import fc from "fast-check";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { z } from "zod";
import { fieldText, readDelimitedRows } from "./delimited-rows.server.ts";

const tableSchema = z.array(z.array(z.string()));

async function rowsOf(pieces: readonly Buffer[]): Promise<{ line: number; fields: string[] }[]> {
  const rows: { line: number; fields: string[] }[] = [];
  const source = (async function* () {
    for (const piece of pieces) yield await Promise.resolve(piece);
  })();
  await readDelimitedRows(source, (row) => {
    rows.push({
      line: row.line,
      fields: Array.from({ length: row.count }, (_, column) => fieldText(row, column)),
    });
  });
  return rows;
}

test.each<[string, string, string[][]]>([
  [
    "plain fields",
    "a,b\nc,d\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ["quoted fields", '"a","",3\n', [["a", "", "3"]]],
  ["a comma between quotes", '"a,b",c\n', [["a,b", "c"]]],
  [
    "a last line without its end",
    "a,b\nc,d",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "Windows line ends",
    '"a",b\r\nc,"d"\r\n',
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ["empty fields at both ends", ",a,\n", [["", "a", ""]]],
  ["blank lines", "\na\n\r\n", [["a"]]],
  ["a byte order mark", "\uFEFFa,b\n", [["a", "b"]]],
  ["a quote that never closes", '"a,b\nc,d\n', [["a,b"], ["c", "d"]]],
  ["nothing", "", []],
])("reads %s", async (_, text, expected) => {
  expect((await rowsOf([Buffer.from(text)])).map(({ fields }) => fields)).toEqual(expected);
});

test("counts lines, blank ones too", async () => {
  expect((await rowsOf([Buffer.from("a\n\nb\n")])).map(({ line }) => line)).toEqual([1, 3]);
});

test("refuses what is no CSV: a line without end, fields without end", async () => {
  await expect(rowsOf([Buffer.alloc(200_000, "x")])).rejects.toThrow("line 1 is longer than 64 kB");
  await expect(rowsOf([Buffer.from(`a\n${",".repeat(200)}\n`)])).rejects.toThrow(
    "line 2 has more than 128 fields",
  );
});

test("agrees with csv-parse on what OS and ONS write, wherever the pieces are cut", async () => {
  const field = fc.oneof(fc.stringMatching(/^[A-Z0-9]{0,5}$/), fc.stringMatching(/^"[A-Z0-9 ,]{0,5}"$/));
  const row = fc.array(field, { minLength: 2, maxLength: 6 }).map((fields) => fields.join(","));
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 40 }),
      async (lines, size) => {
        const bytes = Buffer.from(lines.join("\n"));
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
          bytes.subarray(at * size, (at + 1) * size),
        );
        const expected = tableSchema.parse(parse(bytes, { relax_column_count: true }));
        const trimmed = expected.map((fields) => fields.map((text) => text.trim()));
        expect((await rowsOf(pieces)).map(({ fields }) => fields)).toEqual(trimmed);
      },
    ),
    { numRuns: 200 },
  );
});
