import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inwardToNumber, numberToInward, parseOutward, parsePostcode } from "./postcode.ts";

const read = (typed: string) => {
  const parse = parsePostcode(typed);
  return parse.ok ? parse.postcode : parse.reason;
};

describe("a whole postcode", () => {
  test.each([
    ["A9 9AA", "M1 1AE", "M1 1AE"],
    ["A9A 9AA", "W1A 0AX", "W1A 0AX"],
    ["A99 9AA", "B33 8TH", "B33 8TH"],
    ["AA9 9AA", "DE4 3AG", "DE4 3AG"],
    ["AA9A 9AA", "EC1A 1BB", "EC1A 1BB"],
    ["AA99 9AA", "DN55 1PT", "DN55 1PT"],
    ["Girobank", "gir0aa", "GIR 0AA"],
    ["lower case", "de4 3ag", "DE4 3AG"],
    ["no space", "de43ag", "DE4 3AG"],
    ["a space too many", " DE4   3AG\t", "DE4 3AG"],
    ["spaces anywhere", "D E 4 3 A G", "DE4 3AG"],
    ["the space in the wrong place", "DE43 AG", "DE4 3AG"],
    ["no-break space", "DE4\u00a03AG", "DE4 3AG"],
    ["full-width letters and space", "ＤＥ４\u3000３ＡＧ", "DE4 3AG"],
    ["zero-width characters", "\ufeffDE4\u200b 3AG", "DE4 3AG"],
    ["hyphen", "DE4-3AG", "DE4 3AG"],
    ["en dash", "DE4–3AG", "DE4 3AG"],
    ["dots", "DE4.3AG.", "DE4 3AG"],
    ["nowhere, but well formed", "ZZ99 9ZZ", "ZZ99 9ZZ"],
    ["a district of zero", "BS0 1AA", "BS0 1AA"],
  ])("%s: %j", (_, typed, postcode) => {
    expect(read(typed)).toBe(postcode);
  });

  test("is split into its parts", () => {
    expect(parsePostcode("ec1a1bb")).toEqual({
      ok: true,
      postcode: "EC1A 1BB",
      outward: "EC1A",
      inward: "1BB",
      sector: "EC1A 1",
    });
  });
});

describe("not a postcode", () => {
  test.each([
    ["hello"],
    ["Q1 1AA"],
    ["DI1 1AA"],
    ["DE4 3CG"],
    ["DE4 3AV"],
    ["W1I 1AA"],
    ["EC1C 1AA"],
    ["GIR 1AA"],
    ["DE4 3AGX"],
    ["DE4 333AG"],
    ["DE4 3A£"],
    ["ß1 1AA"],
    ["DE4 3AG DE4 3AH"],
    ["12345"],
    ["💥"],
    ["\ud800"],
  ])("%j", (typed) => {
    expect(read(typed)).toBe("not-a-postcode");
  });

  test.each([[""], ["   "], ["\u00a0\u3000"], ["-"], ["\u200b"]])("nothing at all: %j", (typed) => {
    expect(read(typed)).toBe("empty");
  });

  test.each([
    ["DE4", "DE4"],
    ["de 4", "DE4"],
    ["DE12", "DE12"],
    ["DE1 2", "DE1"],
    ["DE11 2A", "DE11"],
    ["EC1A", "EC1A"],
    ["W1A", "W1A"],
    ["S8.", "S8"],
  ])("only the outward code: %j", (typed, outward) => {
    expect(parsePostcode(typed)).toEqual({ ok: false, reason: "outward-only", suggestion: null, outward });
  });

  test("keeps a good outward code when the rest is wrong", () => {
    expect(parsePostcode("DE4 3AGX")).toEqual({
      ok: false,
      reason: "not-a-postcode",
      suggestion: null,
      outward: "DE4",
    });
  });
});

describe("a slip is offered, never applied", () => {
  test.each([
    ["DE4 3A6", null],
    ["DEI 2AB", "DE1 2AB"],
    ["DE1 OAB", "DE1 0AB"],
    ["DEl 2AB", "DE1 2AB"],
    ["0L1 1AA", "OL1 1AA"],
    ["S01 4AA", "SO1 4AA"],
    ["S010 4AA", "SO10 4AA"],
    ["L1O 1AA", "L10 1AA"],
    ["LI0 1AA", "L10 1AA"],
    ["SW1A OAA", "SW1A 0AA"],
    ["DE4 3A5", "DE4 3AS"],
    ["5K14 6AA", "SK14 6AA"],
    ["SKS 1AA", "SK5 1AA"],
    ["DE4 3A1", "DE4 3AL"],
    ["DE4 53AG", "DE45 3AG"],
    ["DE1 21AB", "DE12 1AB"],
    ["hello", null],
    ["000 000", null],
    ["OOO OOO", null],
  ])("%j -> %j", (typed, suggestion) => {
    expect(parsePostcode(typed)).toMatchObject({ ok: false, suggestion });
  });
});

test.each([
  ["DE4", "DE4"],
  [" de-4 ", "DE4"],
  ["DE4 3AG", null],
  ["", null],
  ["DE", null],
])("parseOutward(%j)", (typed, outward) => {
  expect(parseOutward(typed)).toBe(outward);
});

test("a megabyte is refused at once", () => {
  const megabyte = "DE4 3AG ".repeat(131_072);
  expect(read(megabyte)).toBe("not-a-postcode");
  expect(parseOutward(megabyte)).toBeNull();
});

test("any string is answered, and a good answer reads back as itself", () => {
  const likely = fc.string({ unit: fc.constantFrom(...Array.from("DE4 3AGOI015SLQVZ-.")), maxLength: 10 });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), likely), (typed) => {
      const parse = parsePostcode(typed);
      const again = parse.ok ? parse.postcode : parse.suggestion;
      if (again !== null) expect(read(again)).toBe(again);
    }),
    { numRuns: 2_000 },
  );
});

test("every inward code packs into its own number and back", () => {
  const inwards = new Set<string>();
  for (let packed = 0; packed < 4000; packed++) {
    const inward = numberToInward(packed);
    inwards.add(inward);
    expect(inwardToNumber(inward)).toBe(packed);
    expect(read(`DE4 ${inward}`)).toBe(`DE4 ${inward}`);
  }
  expect(inwards.size).toBe(4000);
});

test.each([["3AC"], ["AAA"], ["3A"], ["3AGG"], ["3ag"], [""]])("inwardToNumber refuses %j", (inward) => {
  expect(() => inwardToNumber(inward)).toThrow(RangeError);
});

test.each([[-1], [4000], [1.5], [NaN]])("numberToInward refuses %j", (packed) => {
  expect(() => numberToInward(packed)).toThrow(RangeError);
});
