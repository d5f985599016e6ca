import { describe, expect, test } from "vitest";
import {
  problemsOfCall,
  problemsOfGroup,
  problemsOfPosition,
  whyNotEnded,
  type WantedCall,
  type WantedGroup,
} from "./calling.ts";

const now = new Date("2026-11-26T10:00:00Z");
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

const call: WantedCall = {
  startsAt: inHours(24),
  endsAt: inHours(25.5),
  place: "Town hall",
  joining: "",
  chairId: "chair",
};
const fieldsOf = (change: Partial<WantedCall>) =>
  problemsOfCall({ ...call, ...change }, ["chair", "officer"], now).map(({ field }) => field);

describe("a meeting to be called", () => {
  test.each<[string, Partial<WantedCall>, string[]]>([
    ["as it should be", {}, []],
    ["online only", { place: "", joining: "https://meet.example/1" }, []],
    [
      "by a link with a number",
      { joining: "https://meet.example/19%3A12345678 or 0121 496 0123, PIN 482 913" },
      [],
    ],
    ["at another meeting's table", { place: "After MARAC, room 2" }, ["place"]],
    ["joined with a case", { joining: "Ask for MAPPA" }, ["joining"]],
    ["at a place of a page", { place: "a".repeat(301) }, ["place"]],
    ["nowhere", { place: " ", joining: "" }, ["place"]],
    ["that has begun", { startsAt: now, endsAt: inHours(1) }, ["startsAt"]],
    ["in another year", { startsAt: inHours(24 * 401), endsAt: inHours(24 * 401 + 1) }, ["day"]],
    ["that ends before it begins", { endsAt: inHours(23) }, ["endsAt"]],
    ["that ends as it begins", { endsAt: inHours(24) }, ["endsAt"]],
    ["of twelve hours", { endsAt: inHours(36) }, []],
    ["of more", { endsAt: inHours(36.1) }, ["endsAt"]],
    ["without a chair", { chairId: null }, ["chairId"]],
    ["with a chair who has no seat", { chairId: "stranger" }, ["chairId"]],
    [
      "with nothing right",
      { startsAt: inHours(-1), endsAt: inHours(-2), place: "", chairId: null },
      ["startsAt", "endsAt", "place", "chairId"],
    ],
  ])("%s", (_, change, fields) => {
    expect(fieldsOf(change)).toEqual(fields);
  });
});

const group: WantedGroup = {
  code: "AV",
  name: "Amber Valley",
  programme: "",
  level: "local",
  partnershipId: "p",
  bcuId: null,
};

describe("a group to be made", () => {
  test.each<[string, Partial<WantedGroup>, string[]]>([
    ["local, for a partnership", {}, []],
    ["tactical, for a BCU", { level: "tactical", partnershipId: null, bcuId: "b" }, []],
    ["strategic, of the force", { level: "strategic", partnershipId: null }, []],
    ["local, without a partnership", { partnershipId: null }, ["area"]],
    ["tactical, without a BCU", { level: "tactical" }, ["area"]],
    ["a board with an area", { level: "board" }, ["area"]],
    ["named as another meeting", { name: "MARAC Amber Valley" }, ["name"]],
    ["under another meeting", { programme: "MAPPA" }, ["programme"]],
    ["named without end", { name: "a".repeat(101) }, ["name"]],
    ["without a name", { name: " " }, ["name"]],
    ["with a short code", { code: "A" }, ["code"]],
    ["with a long code", { code: "AMBERVA" }, ["code"]],
    ["with small letters", { code: "av" }, ["code"]],
    ["with an address for a code", { code: "../A" }, ["code"]],
  ])("%s", (_, change, fields) => {
    expect(problemsOfGroup({ ...group, ...change }).map(({ field }) => field)).toEqual(fields);
  });
});

test.each<[string, string[]]>([
  ["Community safety officer", []],
  [" ", ["position"]],
  ["MARAC coordinator for the victim Jane Doe", ["position"]],
  ["a".repeat(101), ["position"]],
])("what somebody is in a group: %s", (position, fields) => {
  expect([...new Set(problemsOfPosition(position).map(({ field }) => field))]).toEqual(fields);
});

test.each<[string, number[], number[], string | null]>([
  ["nothing open", [], [], null],
  ["a meeting", [14], [], "Before the group ends, finish or cancel its meetings first: AV/14"],
  [
    "both, many",
    [14],
    [1, 2, 3, 4, 5, 6, 7],
    "Before the group ends, finish or cancel its meetings first: AV/14; close or withdraw its open and declined actions first: AV-1, AV-2, AV-3, AV-4, AV-5, 2 more",
  ],
])("why a group cannot end: %s", (_, meetings, actions, why) => {
  expect(whyNotEnded({ code: "AV" }, { meetings, actions })).toBe(why);
});
