import { describe, expect, test } from "vitest";
import { calendarFeed, type FeedDay, type FeedMeeting } from "./calendar-feed.server.ts";

const meeting: FeedMeeting = {
  id: "k3",
  kind: "drop-in",
  title: "Tea; talk, and more",
  state: "announced",
  startsAt: new Date("2026-07-07T17:00:00Z"),
  endsAt: new Date("2026-07-07T18:30:00Z"),
  place: "Café 8, High Street\r\nBEGIN:VEVENT",
  joining: "",
  howToGetIn: `Ramp \\ side door ${"é".repeat(90)}`,
  cancelReason: null,
  revision: 2,
  changedAt: new Date("2026-06-01T08:00:00Z"),
  url: "https://example.org/neighbourhoods/north/meetings/k3",
};
const feed = (...meetings: FeedMeeting[]) =>
  calendarFeed(meetings, [], { name: "North", url: "https://example.org/neighbourhoods/north/meetings.ics" });
const unfolded = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

describe("the calendar feed", () => {
  test("one meeting, line by line", () => {
    expect(unfolded(feed(meeting))).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Safer Neighbourhoods//Meetings//EN",
      "URL:https://example.org/neighbourhoods/north/meetings.ics",
      "NAME:North",
      "X-WR-CALNAME:North",
      "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
      "X-PUBLISHED-TTL:PT1H",
      "BEGIN:VEVENT",
      "UID:meeting-k3@example.org",
      "SEQUENCE:2",
      "DTSTAMP:20260601T080000Z",
      "DTSTART:20260707T170000Z",
      "DTEND:20260707T183000Z",
      "SUMMARY:Tea\\; talk\\, and more (Drop-in)",
      "LOCATION:Café 8\\, High Street\\nBEGIN:VEVENT",
      `DESCRIPTION:How to get in: Ramp \\\\ side door ${"é".repeat(90)}`,
      "URL;VALUE=URI:https://example.org/neighbourhoods/north/meetings/k3",
      "STATUS:CONFIRMED",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  test("lines of at most 75 octets, each ended by CRLF", () => {
    const text = feed(meeting);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test("a cancelled meeting stays, and says so", () => {
    const lines = unfolded(feed({ ...meeting, state: "cancelled", cancelReason: "Flooded", revision: 3 }));
    expect(lines).toContain("STATUS:CANCELLED");
    expect(lines).toContain("SEQUENCE:3");
    expect(lines).toContain("SUMMARY:Cancelled: Tea\\; talk\\, and more (Drop-in)");
    expect(lines.find((line) => line.startsWith("DESCRIPTION:"))).toMatch(
      /^DESCRIPTION:Cancelled: Flooded\\nHow/,
    );
  });

  test("a meeting that is called by its kind says it once", () => {
    expect(unfolded(feed({ ...meeting, title: "Drop-in" }))).toContain("SUMMARY:Drop-in");
  });

  test("an online meeting has no place, and no meetings are a calendar all the same", () => {
    const online = unfolded(feed({ ...meeting, kind: "online", place: "", joining: "Call 0300 000 0000" }));
    expect(online.some((line) => line.startsWith("LOCATION"))).toBe(false);
    expect(unfolded(feed()).at(-2)).toBe("END:VCALENDAR");
  });

  test("the same meetings are the same bytes", () => {
    expect(feed(meeting)).toBe(feed({ ...meeting }));
  });

  test("a whole day, that takes nobody's time", () => {
    const day: FeedDay = {
      id: "round-k3",
      on: "2026-07-07",
      summary: "Last day to say: Speeding, by the school",
      description: "Say whether it worked.",
      place: null,
      isCancelled: false,
      revision: 1,
      changedAt: new Date("2026-06-01T08:00:00Z"),
      url: "https://example.org/priorities/P-7K3FQ",
    };
    const lines = unfolded(calendarFeed([], [day], { name: "North", url: "https://example.org/north.ics" }));
    expect(lines).toContain("UID:round-k3@example.org");
    expect(lines).toContain("DTSTART;VALUE=DATE:20260707");
    expect(lines).toContain("SUMMARY:Last day to say: Speeding\\, by the school");
    expect(lines).toContain("STATUS:CONFIRMED");
  });
});
