import { describe, expect, test } from "vitest";
import { problemsOfCall, problemsOfGroup, type WantedCall, type WantedGroup } from "./calling.ts";

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
    ["without a name", { name: " " }, ["name"]],
    ["with a short code", { code: "A" }, ["code"]],
    ["with a long code", { code: "AMBERVA" }, ["code"]],
    ["with small letters", { code: "av" }, ["code"]],
    ["with an address for a code", { code: "../A" }, ["code"]],
  ])("%s", (_, change, fields) => {
    expect(problemsOfGroup({ ...group, ...change }).map(({ field }) => field)).toEqual(fields);
  });
});
