import { describe, expect, test } from "vitest";
import { meetingFile, type CalendarMeeting } from "./meeting-file.server.ts";

const meeting: CalendarMeeting = {
  id: "m1",
  state: "called",
  startsAt: new Date("2026-12-03T10:00:00Z"),
  endsAt: new Date("2026-12-03T11:30:00Z"),
  place: "Town hall; room 2",
  howToJoin: null,
  sequence: 1,
  changedAt: new Date("2026-11-26T09:00:00Z"),
};
const group = { name: "Amber Valley", level: "local" as const };
const url = "https://sn.example/staff/tasking/meetings/J-22222";
const jo = { name: "Jo Smith", email: "jo@council.example" };

const file = (change: Partial<CalendarMeeting> = {}, attendee: typeof jo | null = jo) =>
  meetingFile({ meeting: { ...meeting, ...change }, group, url, attendee });
const linesOf = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

describe("a meeting as a calendar file", () => {
  test("is a request to one person: when, where, its page, and nothing else", () => {
    const lines = linesOf(file());
    expect(lines.slice(0, 4)).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Safer Neighbourhoods//Joint tasking//EN",
      "METHOD:REQUEST",
    ]);
    for (const line of [
      "UID:tasking-m1@sn.example",
      "SEQUENCE:1",
      "DTSTAMP:20261126T090000Z",
      "DTSTART:20261203T100000Z",
      "DTEND:20261203T113000Z",
      "SUMMARY:Joint tasking meeting\\, Amber Valley",
      "LOCATION:Town hall\\; room 2",
      `URL;VALUE=URI:${url}`,
      "STATUS:CONFIRMED",
    ])
      expect(lines).toContain(line);
    expect(lines.filter((line) => line.startsWith("ATTENDEE"))).toEqual([
      expect.stringMatching(/RSVP=FALSE.*MAILTO:jo@council\.example$/i),
    ]);
    expect(lines.filter((line) => line.startsWith("ORGANIZER"))).toHaveLength(1);
    expect(lines.some((line) => line.startsWith("DESCRIPTION"))).toBe(false);
  });

  test("keeps its lines short and ends each with CRLF", () => {
    const text = file({ place: "é".repeat(200) });
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test("a cancelled one takes itself out of the calendar", () => {
    const lines = linesOf(file({ state: "cancelled", sequence: 2 }));
    expect(lines).toContain("METHOD:CANCEL");
    expect(lines).toContain("STATUS:CANCELLED");
    expect(lines).toContain("SEQUENCE:2");
    expect(lines).toContain("UID:tasking-m1@sn.example");
  });

  test("taken from the page it is asked of nobody", () => {
    const lines = linesOf(file({}, null));
    expect(lines).toContain("METHOD:PUBLISH");
    expect(lines.some((line) => line.startsWith("ATTENDEE"))).toBe(false);
  });

  test("is the same file while the meeting is the same, and says how to join where there is no place", () => {
    expect(file()).toBe(file());
    expect(linesOf(file({ place: null, howToJoin: "https://meet.example/1" }))).toContain(
      "LOCATION:https://meet.example/1",
    );
  });
});
