import { describe, expect, it } from "vitest";
import { countItem, recordingRefusal, tookPart, type RecordedMeeting } from "./count-item.ts";
import type { PanelChoice } from "./motion.ts";

const at = new Date("2026-11-24T19:00:00Z");
const later = new Date("2026-11-28T09:00:00Z");
const members = ["a", "b", "c", "d", "e", "f", "g", "h"];
const meeting = (present: string, change: Partial<RecordedMeeting> = {}): RecordedMeeting => ({
  heldOn: "2026-11-24",
  closesAt: new Date("2026-12-02T00:00:00Z"),
  quorum: 4,
  isInterim: false,
  members: members.map((accountId) => ({ accountId, isPresent: present.includes(accountId) })),
  interests: [],
  ...change,
});
const votes = (choice: PanelChoice, ids: string, when = at) =>
  [...ids].map((accountId) => ({ accountId, choice, at: when }));

describe("the count of an item", () => {
  it("adds those who voted in writing to those who were there", () => {
    const counted = countItem(meeting("abc"), "item", [
      ...votes("for", "ab"),
      ...votes("against", "c"),
      ...votes("for", "d", later),
    ]);
    expect(counted).toMatchObject({ for: 3, against: 1, takingPart: 4, isQuorate: true, isCarried: true });
  });

  it("leaves out a vote after the last day, and who declared an interest", () => {
    const tooLate = new Date("2026-12-03T09:00:00Z");
    expect(countItem(meeting("abc"), "item", votes("for", "d", tooLate)).for).toBe(0);
    const interested = meeting("abcd", { interests: [{ memberId: "a", candidateId: "item" }] });
    expect(countItem(interested, "item", votes("for", "abcd"))).toMatchObject({ for: 3, isQuorate: false });
    expect(countItem(interested, "other", votes("for", "abcd"))).toMatchObject({ for: 4, isQuorate: true });
  });

  it("of an interim panel takes as many as vote for or against", () => {
    const interim = meeting("abcd", { isInterim: true });
    const split = [...votes("for", "abc"), ...votes("abstain", "d")];
    expect(countItem(interim, "item", split)).toMatchObject({ isQuorate: false, isCarried: false });
    expect(countItem(interim, "item", votes("for", "abcd"))).toMatchObject({ isCarried: true });
  });
});

describe("recording a decision", () => {
  it("waits for the votes in writing, unless all have taken part or none were allowed", () => {
    expect(recordingRefusal(meeting("abcd"), [], new Date("2026-11-23T12:00:00Z"))).toContain(
      "not been held",
    );
    expect(recordingRefusal(meeting("abcd"), [], later)).toContain("still vote in writing");
    expect(recordingRefusal(meeting("abcd"), votes("for", "efgh"), later)).toBeNull();
    expect(recordingRefusal(meeting("abcd"), [], new Date("2026-12-02T00:00:00Z"))).toBeNull();
    const atMeeting = meeting("abcd", { closesAt: new Date("2026-11-25T00:00:00Z") });
    expect(recordingRefusal(atMeeting, [], at)).toBeNull();
  });

  it("counts a person once", () => {
    expect(tookPart(meeting("ab"), votes("for", "bc"))).toBe(3);
  });
});
