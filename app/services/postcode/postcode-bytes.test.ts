import fc from "fast-check";
import { expect, test } from "vitest";
import { numberToInward, parsePostcode } from "#geo/postcode.ts";
import { DistrictReader } from "./district-bytes.server.ts";
import { PostcodeReader } from "./postcode-bytes.server.ts";

const read = (text: string) => {
  const reader = new PostcodeReader();
  const bytes = Buffer.from(`"${text}"`, "latin1");
  const inwardNumber = reader.read(bytes, 1, bytes.length - 1);
  return inwardNumber === -1 ? null : `${reader.outward.code} ${numberToInward(inwardNumber)}`;
};

test.each<[string, string | null]>([
  ["DE4 3AG", "DE4 3AG"],
  ["DE43AG", "DE4 3AG"],
  ["B1  1AA", "B1 1AA"],
  ["AB101AH", "AB10 1AH"],
  ["EC1A 1BB", "EC1A 1BB"],
  ["  M1 1AE ", "M1 1AE"],
  ["DE4 3AC", null],
  ["DE4 33A", null],
  ["4DE 3AG", null],
  ["DE4 3A", null],
  ["DE4", null],
  ["", null],
  ["de4 3ag", null],
  ["DE4  3AG1", null],
])("%j is %j", (text, postcode) => {
  expect(read(text)).toBe(postcode);
});

test("reads a postcode only where the parser does, and the same one", () => {
  const typed = fc.stringMatching(/^[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$/);
  fc.assert(
    fc.property(typed, (text) => {
      const parsed = parsePostcode(text);
      expect(read(text)).toBe(parsed.ok ? parsed.postcode : null);
    }),
  );
});

test("remembers outward codes between postcodes", () => {
  const reader = new PostcodeReader();
  for (const text of ["DE4 3AG", "S1 2HE", "DE4 2AB", "XX1", "S1 2HF"])
    reader.read(Buffer.from(text), 0, text.length);
  expect(reader.outwards.map(({ code }) => code)).toEqual(["DE4", "S1"]);
  expect(reader.outward.code).toBe("S1");
});

test("numbers districts, tells the force's, and refuses what is no code", () => {
  const reader = new DistrictReader(new Set(["E07000035"]));
  const numbers = ["E07000035", "E08000019", "", "E07000035", "derby", "E07000035 "].map((text) =>
    reader.read(Buffer.from(text), 0, text.length),
  );
  expect(numbers).toEqual([1, 2, 0, 1, -1, 1]);
  expect([0, 1, 2, -1].map((index) => reader.isForces(index))).toEqual([false, true, false, false]);
  expect(new DistrictReader(null).isForces(0)).toBe(true);
});
