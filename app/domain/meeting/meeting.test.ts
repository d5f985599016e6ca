import { describe, expect, test } from "vitest";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { meetingTimeInWords, problemsOfMeeting, type Announcement } from "./announcement.ts";
import { afterMeetingAct, type MeetingAct, type MeetingState } from "./meeting.ts";

const now = new Date("2026-02-20T10:00:00Z");
const meeting: Announcement = {
  kind: "meeting",
  title: "Spring meeting",
  startsAt: new Date("2026-03-03T18:00:00Z"),
  endsAt: new Date("2026-03-03T19:30:00Z"),
  place: "Village Hall, Church Lane",
  joining: "",
  howToGetIn: "Side door, no steps",
};

describe("a meeting to be announced", () => {
  test.each<[string, Partial<Announcement>, string[]]>([
    ["all is well", {}, []],
    ["without a title", { title: " " }, ["title"]],
    ["in the past", { startsAt: now }, ["startsAt", "endsAt"]],
    ["ending as it begins", { endsAt: meeting.startsAt }, ["endsAt"]],
    ["for a day", { endsAt: hoursAfter(meeting.startsAt, 24) }, []],
    ["for more than a day", { endsAt: hoursAfter(meeting.startsAt, 24.5) }, ["endsAt"]],
    ["nowhere", { place: "" }, ["place"]],
    ["nowhere, though it can be joined online", { place: "", joining: "https://example.org" }, ["place"]],
    ["online, with no way to join", { kind: "online", place: "" }, ["joining"]],
    ["online", { kind: "online", place: "", joining: "Call 0300 000 0000" }, []],
    ["without how to get in", { howToGetIn: "\n" }, ["howToGetIn"]],
  ])("%s", (_, change, fields) => {
    expect(problemsOfMeeting({ ...meeting, ...change }, now).map(({ field }) => field)).toEqual(fields);
  });
});

const before = hoursAfter(meeting.startsAt, -1);
const during = hoursAfter(meeting.startsAt, 1);
const after = hoursAfter(meeting.endsAt, 1);

describe("what becomes of a meeting", () => {
  test.each<[MeetingState, MeetingAct, string, Date, string]>([
    ["announced", "cancel", "The hall is flooded", before, "cancelled"],
    ["announced", "cancel", "Nobody could open the hall", after, "cancelled"],
    ["announced", "cancel", " ", before, "Enter the reason, as residents will read it"],
    ["held", "cancel", "why", after, "Only a meeting that is still to come can be cancelled"],
    ["cancelled", "cancel", "why", before, "Only a meeting that is still to come can be cancelled"],
    ["announced", "hold", "", before, "This meeting has not begun yet"],
    ["announced", "hold", "", during, "held"],
    ["cancelled", "hold", "", after, "This meeting is cancelled, or was marked as held already"],
    ["announced", "write-up", "Speeding was the talk", after, "written-up"],
    ["held", "write-up", "Speeding was the talk", after, "written-up"],
    ["held", "write-up", "Speeding was the talk", during, "This meeting is not over yet"],
    ["held", "write-up", "", after, "Enter what was said and decided"],
    ["written-up", "write-up", "A mistake put right", after, "written-up"],
    ["cancelled", "write-up", "why", after, "This meeting was cancelled"],
  ])("%s: %s with %j at %s", (state, act, text, at, outcome) => {
    const result = afterMeetingAct({ ...meeting, state }, act, text, at);
    expect(result.ok ? result.state : result.message).toBe(outcome);
  });
});

test.each([
  ["2026-03-03T18:00:00Z", "2026-03-03T19:30:00Z", "Tuesday 3 March, 6pm to 7:30pm"],
  ["2026-07-07T11:00:00Z", "2026-07-07T13:00:00Z", "Tuesday 7 July, midday to 2pm"],
  ["2026-03-03T23:00:00Z", "2026-03-04T01:00:00Z", "Tuesday 3 March, 11pm to Wednesday 4 March, 1am"],
  ["2025-03-04T18:00:00Z", "2025-03-04T19:00:00Z", "Tuesday 4 March 2025, 6pm to 7pm"],
])("%s to %s is %s", (startsAt, endsAt, words) => {
  expect(meetingTimeInWords({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, "2026-02-20")).toBe(
    words,
  );
});
