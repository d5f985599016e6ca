import { describe, expect, test } from "vitest";
import { responsibleOf, type Answerer, type Answering } from "./responsibility.ts";

const here = (accountId: string): Answerer => ({ accountId, isAway: false, deputies: [] });
const away = (accountId: string, ...deputies: { accountId: string; isAway: boolean }[]): Answerer => ({
  accountId,
  isAway: true,
  deputies,
});
const substantive = (one: Answerer) => ({ ...one, kind: "substantive" as const });
const acting = (one: Answerer) => ({ ...one, kind: "acting" as const });
const cover = (one: Answerer) => ({ ...one, kind: "cover" as const });
const post = (...holders: Answering["lead"][number]["holders"]) => ({ holders });

const everybody: Answering = {
  lead: [post(substantive(here("sergeant")), acting(here("acting")), cover(here("cover")))],
  team: [post(substantive(here("other sergeant")))],
  inspectors: [here("inspector")],
  commanders: [here("commander")],
  administrators: [here("administrator")],
};

describe("who answers for a neighbourhood", () => {
  const cases: readonly [string, Partial<Answering>, string, string[]][] = [
    ["the holder, while there", {}, "holder", ["sergeant"]],
    [
      "the acting sergeant before the deputy",
      {
        lead: [
          post(
            substantive(away("sergeant", { accountId: "deputy", isAway: false })),
            cover(here("cover")),
            acting(here("acting")),
          ),
        ],
      },
      "acting",
      ["acting"],
    ],
    ["a cover holder of a vacant post", { lead: [post(cover(here("cover")))] }, "cover", ["cover"]],
    [
      "the named deputy",
      { lead: [post(substantive(away("sergeant", { accountId: "deputy", isAway: false })))] },
      "deputy",
      ["deputy"],
    ],
    [
      "not a deputy of somebody who is there",
      {
        lead: [
          post(substantive({ ...here("sergeant"), deputies: [{ accountId: "deputy", isAway: false }] })),
        ],
      },
      "holder",
      ["sergeant"],
    ],
    [
      "the team's other sergeant when the deputy is away too",
      { lead: [post(substantive(away("sergeant", { accountId: "deputy", isAway: true })))] },
      "team",
      ["other sergeant"],
    ],
    ["the team's other sergeant for a vacant post", { lead: [post()] }, "team", ["other sergeant"]],
    [
      "the other sergeant's deputy",
      {
        lead: [],
        team: [post(substantive(away("other", { accountId: "their deputy", isAway: false })))],
      },
      "team",
      ["their deputy"],
    ],
    ["the section inspector", { lead: [], team: [] }, "inspector", ["inspector"]],
    [
      "the BCU commander",
      { lead: [], team: [], inspectors: [away("inspector")] },
      "commander",
      ["commander"],
    ],
    [
      "every administrator there is",
      {
        lead: [],
        team: [],
        inspectors: [],
        commanders: [],
        administrators: [here("one"), away("two"), here("three")],
      },
      "administrator",
      ["one", "three"],
    ],
    [
      "administrators who are away, when nobody is left",
      { lead: [], team: [], inspectors: [], commanders: [], administrators: [away("one"), away("two")] },
      "administrator",
      ["one", "two"],
    ],
  ];
  test.each(cases)("%s", (_, change, reason, accountIds) => {
    expect(responsibleOf({ ...everybody, ...change })).toEqual({ reason, accountIds });
  });

  test("nobody, where there is no administrator", () => {
    expect(
      responsibleOf({ lead: [], team: [], inspectors: [], commanders: [], administrators: [] }),
    ).toBeNull();
  });
});
