import fc from "fast-check";
import { expect, test } from "vitest";
import { planFieldNames } from "./fields.ts";
import { judgeSave, problemsOfField, type SentField, type StoredField } from "./save.ts";

const sent = (value: string, version: number): SentField => ({ name: "what", value, version });

test.each([
  ["the first words", [sent("Bikes", 0)], [], { written: 1, conflicts: 0 }],
  [
    "over what was read",
    [sent("Bikes", 2)],
    [{ name: "what", value: "Noise", version: 2 }],
    { written: 1, conflicts: 0 },
  ],
  [
    "what stands already",
    [sent("Bikes", 1)],
    [{ name: "what", value: "Bikes", version: 3 }],
    { written: 0, conflicts: 0 },
  ],
  [
    "over somebody else",
    [sent("Bikes", 2)],
    [{ name: "what", value: "Cars", version: 3 }],
    { written: 0, conflicts: 1 },
  ],
  [
    "where somebody else was first",
    [sent("Bikes", 0)],
    [{ name: "what", value: "Cars", version: 1 }],
    { written: 0, conflicts: 1 },
  ],
  [
    "a box that nobody touched, over somebody else",
    [sent("Bikes", 2)],
    [{ name: "what", value: "Cars", version: 3 }],
    { written: 0, conflicts: 0 },
    [{ name: "what", value: "Bikes", version: 2 }],
  ],
  [
    "a box left empty, where somebody else was first",
    [sent("", 0)],
    [{ name: "what", value: "Cars", version: 1 }],
    { written: 0, conflicts: 0 },
  ],
  [
    "a box that was emptied, over somebody else",
    [sent("", 2)],
    [{ name: "what", value: "Cars", version: 3 }],
    { written: 0, conflicts: 1 },
    [{ name: "what", value: "Bikes", version: 2 }],
  ],
] as const)(
  "saving %s",
  (_name, fields, stored, { written, conflicts }, asRead: readonly StoredField[] = []) => {
    const result = judgeSave(fields, stored, asRead);
    expect(result.written).toHaveLength(written);
    expect(result.conflicts).toHaveLength(conflicts);
  },
);

test.each([
  ["baseline", "24", true],
  ["baseline", "3.5", true],
  ["baseline", "many", false],
  ["targetDate", "2027-03-31", true],
  ["targetDate", "2027-13-31", false],
  ["targetDate", "2027-02-31", false],
  ["targetDate", "31/2/2027", false],
  ["rating", "reduced", true],
  ["rating", "fine", false],
  ["what", "Bikes are ridden on the recreation ground", true],
  ["what", "It is John Smith of 14 Church Lane, ring 07700 900123", false],
  ["lessons", "Ask mary@example.org", false],
  ["measure", "x".repeat(201), false],
  ["what", "x".repeat(4_001), false],
  ["what", "", true],
] as const)("%s may hold “%s”: %s", (name, value, isFine) => {
  expect(problemsOfField(name, value).length === 0).toBe(isFine);
});

test("two who save at once lose nothing: each value is written or shown beside what stands", () => {
  const fields = fc.uniqueArray(
    fc.record({
      name: fc.constantFrom(...planFieldNames),
      value: fc.constantFrom("", "Bikes", "Noise", "Cars"),
      version: fc.nat(2),
    }),
    { selector: ({ name }) => name },
  );
  fc.assert(
    fc.property(fields, fields, (mine, stored) => {
      const { written, conflicts, problems } = judgeSave(mine, stored);
      for (const { name, value, version } of mine) {
        const now = stored.find((one) => one.name === name) ?? { value: "", version: 0 };
        const places = [written, conflicts, problems].filter((all) => all.some((one) => one.name === name));
        // A box that was empty and is left so was not touched.
        const isUntouched = now.value === value || (version === 0 && value === "" && now.version > 0);
        expect(places).toHaveLength(isUntouched ? 0 : 1);
        if (written.some((one) => one.name === name)) expect(now.version).toBe(version);
      }
    }),
  );
});
