import { describe, expect, test } from "vitest";
import type { EscalationDays } from "#app/domain/tasking/escalation.ts";
import {
  defaultEscalation,
  escalationKey,
  escalationOf,
  escalationStamp,
  problemsOfEscalation,
} from "./escalation.ts";
import { isSettingName } from "./settings.ts";

const fieldsOf = (changed: Partial<EscalationDays>) =>
  problemsOfEscalation({ ...defaultEscalation, ...changed }).map(({ field }) => field);

describe("figures that go together", () => {
  test.each<[Partial<EscalationDays>, string[]]>([
    [{}, []],
    [{ owner: 0 }, []],
    [{ lead: 0, chair: 0 }, []],
    [{ owner: 0, lead: 0, chair: 0, board: 0 }, []],
    [{ owner: 7 }, []],
    [{ owner: 8 }, ["lead"]],
    [{ lead: 15 }, ["chair"]],
    // A rung that is left out is no measure for the next.
    [{ chair: 0, board: 7 }, []],
    [{ chair: 0, board: 6 }, ["board"]],
    [{ board: 366 }, ["board"]],
    [{ owner: -1 }, ["owner"]],
    [{ owner: 1.5 }, ["owner"]],
    [{ owner: Number.NaN }, ["owner"]],
  ])("%j", (changed, fields) => {
    expect(fieldsOf(changed)).toEqual(fields);
  });

  test("says what to enter", () => {
    expect(problemsOfEscalation({ ...defaultEscalation, owner: 8 })).toEqual([
      { field: "lead", message: "Enter 8 or more: whoever does it is told first, or enter 0" },
    ]);
  });
});

test.each<[unknown, EscalationDays]>([
  [
    { owner: 2, lead: 5, chair: 9, board: 0 },
    { owner: 2, lead: 5, chair: 9, board: 0 },
  ],
  [{ owner: 2, lead: 1, chair: 9, board: 0 }, defaultEscalation],
  [{ owner: 2 }, defaultEscalation],
  [{ owner: "2", lead: 5, chair: 9, board: 0 }, defaultEscalation],
  [null, defaultEscalation],
  [undefined, defaultEscalation],
  [7, defaultEscalation],
])("%j, stored, reads as %j", (stored, expected) => {
  expect(escalationOf(stored)).toEqual(expected);
});

test("is none of the figures of the table", () => {
  expect(isSettingName(escalationKey)).toBe(false);
});

test("is told apart by its figures", () => {
  expect(escalationStamp(defaultEscalation)).toBe("1-7-14-28");
});
