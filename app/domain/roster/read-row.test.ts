import { expect, test } from "vitest";
import { columnKey, type RosterMapping } from "./mapping.ts";
import { readRosterRow } from "./read-row.ts";

const now = new Date("2026-06-01T12:00:00Z");
const posts = new Map([
  ["pc", { id: "1", isOfTeam: true }],
  ["warden", { id: "2", isOfTeam: false }],
]);
const columns: RosterMapping["columns"] = {
  post: "Post",
  start: "Start",
  startTime: null,
  end: "End",
  endTime: null,
  duration: null,
  offset: null,
  endOffset: null,
  code: null,
  reference: null,
};
const plain: RosterMapping = {
  columns,
  days: "year-month-day",
  durations: "hours",
  clock: "london",
  twice: "refuse",
  codes: { DUTY: "duty", RD: "ignore", HELP: "N3" },
  posts: { "7": "pc" },
  trailer: null,
};
const read = (cells: Record<string, string>, change: Partial<RosterMapping> = {}) => {
  const keyed = Object.fromEntries(Object.entries(cells).map(([name, cell]) => [columnKey(name), cell]));
  const row = readRosterRow(
    { line: 2, cells: { post: "pc", ...keyed } },
    { ...plain, ...change },
    { posts, now },
  );
  const minute = (at: Date | null) => at?.toISOString().slice(5, 16) ?? "";
  return (
    row.reason ?? `${minute(row.startsAt)} ${minute(row.endsAt)}${row.code === null ? "" : ` ${row.code}`}`
  );
};
const span = (Start: string, End: string) => ({ Start, End });
const split = { columns: { ...columns, startTime: "From", end: null, endTime: "To" } };
const long = { columns: { ...columns, end: null, duration: "Long" } };
const coded = { columns: { ...columns, code: "Code" } };

test.each([
  ["one timestamp", span("2026-06-01 07:00", "2026-06-01T15:00:00"), {}, "06-01T06:00 06-01T14:00"],
  [
    "its own name of the post",
    { Post: "7", ...span("2026-06-01 07:00", "2026-06-01 15:00") },
    {},
    "06-01T06:00 06-01T14:00",
  ],
  ["over midnight", { Start: "2026-06-01", From: "22:00", To: "07:00" }, split, "06-01T21:00 06-02T06:00"],
  ["clocks forward", { Start: "2026-03-28", From: "22:00", To: "07:00" }, split, "03-28T22:00 03-29T06:00"],
  ["clocks back", { Start: "2026-10-24", From: "22:00", To: "07:00" }, split, "10-24T21:00 10-25T07:00"],
  ["a duration over a change", { Start: "2026-03-28 22:00", Long: "8:00" }, long, "03-28T22:00 03-29T06:00"],
  [
    "UTC",
    span("2026-06-01 07:00", "2026-06-01 15:00Z"),
    { clock: "utc" as const },
    "06-01T07:00 06-01T15:00",
  ],
  [
    "offsets",
    span("2026-06-01 07:00+01:00", "2026-06-01 15:00+0100"),
    { clock: "offset" as const },
    "06-01T06:00 06-01T14:00",
  ],
  [
    "the first of two",
    span("2026-10-25 01:30", "2026-10-25 05:00"),
    { twice: "first" as const },
    "10-25T00:30 10-25T05:00",
  ],
  [
    "the second of two",
    span("2026-10-25 01:30", "2026-10-25 05:00"),
    { twice: "second" as const },
    "10-25T01:30 10-25T05:00",
  ],
  [
    "one of our codes",
    { Code: "help", ...span("2026-06-01 07:00", "2026-06-01 08:00") },
    coded,
    "06-01T06:00 06-01T07:00 N3",
  ],
])("is read: %s", (_, cells, change, expected) => {
  expect(read(cells, change)).toBe(expected);
});

const day = span("2026-06-01 07:00", "2026-06-01 15:00");
test.each([
  [{ ...day, Post: "x9" }, {}, "“x9” is no post that this platform or the mapping knows"],
  [{ ...day, Post: "Ann Other" }, {}, "The cell is no post that this platform or the mapping knows"],
  [{ ...day, Post: "warden" }, {}, "“warden” is a post of no Safer Neighbourhoods Team"],
  [span("2026-06-01 15:00", "2026-06-01 07:00"), {}, "The end is not after the start"],
  [span("2026-03-29 01:30", "2026-03-29 07:00"), {}, "The start never was: the clocks went forward over it"],
  [
    span("2026-10-25 01:30", "2026-10-25 07:00"),
    {},
    "The start came twice that night: the mapping must say which is meant, or the row its offset",
  ],
  [
    span("2026-06-01 07:00+02:00", "2026-06-01 15:00+02:00"),
    { clock: "offset" as const },
    "The start says +02:00: clocks in London never showed that then",
  ],
  [
    span("2026-06-01 07:00Z", "2026-06-01 15:00"),
    {},
    "The start says +00:00, and the mapping says London’s clock",
  ],
  [
    span("2026-06-01 07:00:30", "2026-06-01 15:00"),
    {},
    "“2026-06-01 07:00:30” is no day and time as the mapping has it, in whole minutes",
  ],
  [span("2026-06-01 07:00", "2026-06-03 15:00"), {}, "It is longer than 36 hours"],
  [span("2062-06-01 07:00", "2062-06-01 15:00"), {}, "It is too far from today: check the year"],
  [{ ...day, Code: "X" }, coded, "The mapping does not know the code “X”"],
  [{ ...day, Code: "HELP" }, coded, "N3 is at most 60 minutes: what is longer is R2"],
  [{ ...day, Code: "RD" }, coded, "The mapping leaves out the code “RD”"],
])("is refused or left out: %j", (cells, change, words) => {
  expect(read(cells, change)).toBe(words);
});
