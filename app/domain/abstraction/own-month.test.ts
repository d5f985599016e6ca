import { expect, test } from "vitest";
import { firstCodeTable, type Code } from "./codes.ts";
import { ownTotals } from "./own-month.ts";
import { rateOf } from "./rate.ts";
import { hoursWords } from "./shares.ts";

const at = (time: string) => new Date(`2026-11-${time}:00Z`);
const time = (from: string, to: string, postId = "p") => ({ postId, startsAt: at(from), endsAt: at(to) });
const entry = (code: Code, from: string, to: string, postId = "p") => ({
  id: `${code} ${from}`,
  code,
  ...time(from, to, postId),
});

const totals = (duties: ReturnType<typeof time>[], entries: ReturnType<typeof entry>[]) => {
  const own = ownTotals({ duties, entries }, { month: "2026-11-01", rules: firstCodeTable });
  return [
    hoursWords(own.duty),
    hoursWords(own.abstractedA),
    rateOf({ duty: own.duty, abstracted: own.abstractedA })?.words ?? "no rate",
  ];
};
const duty = time("23T08:00", "23T16:00");

test.each([
  [
    "a plain duty",
    [duty],
    [entry("R1", "23T14:00", "23T16:00")],
    ["8 hours", "2 hours", "25.0%, over target"],
  ],
  [
    "entries that overlap count once",
    [duty],
    [entry("R1", "23T09:00", "23T13:00"), entry("C1", "23T12:00", "23T15:00")],
    ["8 hours", "6 hours", "75.0%, over target"],
  ],
  [
    "sick in mid-duty",
    [duty],
    [entry("R1", "23T08:00", "23T10:00"), entry("U3", "23T12:00", "23T16:00")],
    ["4 hours", "2 hours", "50.0%, over target"],
  ],
  [
    "beyond the duty",
    [duty],
    [entry("A1", "23T14:00", "23T19:00")],
    ["8 hours", "2 hours", "25.0%, over target"],
  ],
  [
    "two posts of one officer",
    [duty, time("24T08:00", "24T16:00", "q")],
    [entry("R1", "23T14:00", "23T15:00"), entry("R1", "24T10:00", "24T10:30", "q")],
    ["16 hours", "1.5 hours", "9.4%"],
  ],
  ["nothing at all", [], [], ["0 hours", "0 hours", "no rate"]],
])("%s", (_, duties, entries, expected) => {
  expect(totals(duties, entries)).toEqual(expected);
});
