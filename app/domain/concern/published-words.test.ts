import { describe, expect, test } from "vitest";
import { officeContacts, problemsOfPublished, venueContacts } from "./published-words.ts";

const fieldsOf = (...args: Parameters<typeof problemsOfPublished>) =>
  problemsOfPublished(...args).map(({ field }) => field);

describe("words that are about to be published", () => {
  test.each<[string, string[]]>([
    ["Speeding was the talk: 14 drivers were stopped on King Street.", []],
    ["Domestic abuse and hate crime were spoken of, and a complaint about the police.", []],
    ["38 of 64 ballots, place 1. Raised by 12 people. Source: the team.", []],
    ["Mr Hollis spoke of it.", ["Take out the name “Mr Hollis”"]],
    ["Bikes are raced by 14 Mill Lane.", ["Take out the house number “14 Mill Lane”"]],
    ["A car, AB12 CDE, is raced.", ["Take out the number plate “AB12 CDE”"]],
    [
      "Mr Hollis rang from 07700 900123.",
      ["Take out the name “Mr Hollis”", "Take out the telephone number “07700 900123”"],
    ],
  ])("%j", (said, messages) => {
    expect(problemsOfPublished({ said })).toEqual(messages.map((message) => ({ field: "said", message })));
  });

  test("by their field, and nothing of a field that is empty", () => {
    expect(
      fieldsOf({ one: "Mr Hollis", two: "Nobody", three: null, four: undefined, five: "AB12 CDE" }),
    ).toEqual(["one", "five"]);
  });

  test.each([
    ["Ring the council on 01773 123456.", [], ["words"]],
    ["Ring the council on 01773 123456.", officeContacts, []],
    ["Ring Mr Hollis on 01773 123456.", officeContacts, ["words"]],
    ["Village Hall, 12 Church Street, DE55 4BW", officeContacts, ["words"]],
    ["Village Hall, 12 Church Street, DE55 4BW", venueContacts, []],
    ["The front room of Mr Hollis, 12 Church Street", venueContacts, ["words"]],
  ])("%j where %j may stand", (words, allowed, fields) => {
    expect(fieldsOf({ words }, allowed)).toEqual(fields);
  });
});
