import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/actor.ts";
import { afterBothKeyings, certifyingRefusal, keyingRefusal, type Batch, type Keying } from "./batch.ts";
import { compareKeyings, type KeyedLine } from "./keying.ts";

const account = (accountId: string | null): Actor => ({
  kind: "staff",
  accountId,
  sessionId: null,
  requestId: null,
  roles: [],
});
const batch = (
  state: Batch["state"],
  firstKeyedBy: string | null = null,
  secondKeyedBy: string | null = null,
) => ({
  state,
  firstKeyedBy,
  secondKeyedBy,
});
const line = (paper: number, choices: number[], voter = "R-7K3F"): KeyedLine => ({ paper, voter, choices });

describe("who keys", () => {
  test.each<[string, Batch, Keying, string | null]>([
    ["ann", batch("open"), "first", null],
    ["ann", batch("open"), "second", "not been entered once"],
    ["ann", batch("keyed", "ann"), "first", "entered once already"],
    ["ann", batch("keyed", "ann"), "second", "Somebody else"],
    ["ben", batch("keyed", "ann"), "second", null],
    ["ann", batch("differing", "ann", "ben"), "first", null],
    ["ann", batch("differing", "ann", "ben"), "second", "Somebody else"],
    ["ben", batch("differing", "ann", "ben"), "second", null],
    ["ben", batch("differing", "ann", "ben"), "first", "Only the person who entered this batch first"],
    ["cat", batch("differing", "ann", "ben"), "second", "the second time can correct"],
    ["ann", batch("checked", "ann", "ben"), "first", "counts already"],
    ["cat", batch("checked", "ann", "ben"), "second", "counts already"],
  ])("%s on %j, %s: %s", (who, on, keying, expected) => {
    const refusal = keyingRefusal(account(who), on, keying);
    if (expected === null) expect(refusal).toBeNull();
    else expect(refusal).toContain(expected);
  });

  test("nobody without an account", () => {
    expect(keyingRefusal(account(null), batch("open"), "first")).toContain("Sign in");
  });
});

describe("two keyings", () => {
  test.each<[string, KeyedLine[], KeyedLine[], string[]]>([
    ["equal", [line(1, [1, 3]), line(2, [2])], [line(2, [2]), line(1, [3, 1])], []],
    [
      "another choice",
      [line(7, [3, 1])],
      [line(7, [1, 2])],
      ["Paper 7: choices 1, 3 in the first entry, 1, 2 in the second"],
    ],
    [
      "spoilt or not",
      [line(1, [])],
      [line(1, [2])],
      ["Paper 1: choices spoilt in the first entry, 2 in the second"],
    ],
    [
      "ten is not one",
      [line(1, [10])],
      [line(1, [1])],
      ["Paper 1: choices 10 in the first entry, 1 in the second"],
    ],
    [
      "another voter",
      [line(1, [1])],
      [line(1, [1], "R-7K3X")],
      ["Paper 1: voter R-7K3F in the first entry, R-7K3X in the second"],
    ],
    [
      "missing",
      [line(1, [1]), line(3, [2])],
      [line(1, [1]), line(2, [2])],
      ["Paper 2 is missing from the first entry", "Paper 3 is missing from the second entry"],
    ],
    ["twice", [line(1, [1]), line(1, [1])], [line(1, [1])], ["Paper 1 stands twice in the first entry"]],
  ])("%s", (_, first, second, expected) => {
    expect(compareKeyings(first, second).map(({ words }) => words)).toEqual(expected);
    expect(afterBothKeyings(first, second).state).toBe(expected.length === 0 ? "checked" : "differing");
  });

  test("no single slip of a key goes unnoticed", () => {
    const lines = fc.uniqueArray(
      fc.record({
        paper: fc.integer({ min: 1, max: 99 }),
        voter: fc.constant("R-7K3F"),
        choices: fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 3 }),
      }),
      { selector: ({ paper }) => paper, minLength: 1 },
    );
    fc.assert(
      fc.property(lines, fc.nat(), (first, at) => {
        const slip = at % first.length;
        const second = first.map((one, index) => (index === slip ? { ...one, choices: [11] } : one));
        return compareKeyings(first, first).length === 0 && compareKeyings(first, second).length === 1;
      }),
    );
  });
});

describe("the count is certified", () => {
  const checked = [batch("checked", "ann", "ben"), batch("checked", "cat", "dan")];
  test.each<[string | null, Batch[], string | null]>([
    ["eve", checked, null],
    ["eve", [], null],
    ["ann", checked, "cannot certify"],
    ["dan", checked, "cannot certify"],
    [null, checked, "cannot certify"],
    ["eve", [...checked, batch("keyed", "fay")], "One batch"],
    ["eve", [batch("open"), batch("differing", "ann", "ben")], "2 batches"],
  ])("by %s over %j: %s", (who, batches, expected) => {
    const refusal = certifyingRefusal(account(who), batches);
    if (expected === null) expect(refusal).toBeNull();
    else expect(refusal).toContain(expected);
  });
});
