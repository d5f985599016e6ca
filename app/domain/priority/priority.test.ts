import { describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/actor.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { acceptanceDueOn, checkRefusal, checkReview, reviewDueOn, type Refusal } from "./accept.ts";
import { standingOf, type LateKind, type WatchedPriority } from "./lateness.ts";
import { roomLeft, type PlaceHolder } from "./open.ts";
import type { PriorityState } from "./states.ts";
import { traceInWords, type Trace } from "./trace.ts";
import { canConfirm, checkUrgent, hasLapsed, lapseInWords, type UrgentPriority } from "./urgent.ts";

describe("room under three open", () => {
  const at = (...states: PriorityState[]): PlaceHolder[] =>
    states.map((state) => ({ state, isReviewDue: false }));
  test.each<[PlaceHolder[], number]>([
    [[], 3],
    [at("signed-off", "lapsed", "closed-without-signoff", "declined-by-force", "proposed"), 3],
    [at("adopted"), 2],
    [at("in-progress", "feedback-open"), 1],
    [at("in-progress", "panel-decision", "returned"), 0],
    [at("recurred", "adopted", "in-progress", "outcome-reported"), 0],
    [[...at("in-progress"), { state: "declined-by-force", isReviewDue: true }], 1],
  ])("case %#: %j leaves %i", (priorities, room) => {
    expect(roomLeft(priorities, 3)).toBe(room);
  });
});

describe("the inspector declines", () => {
  const refusal: Refusal = {
    reason: "unlawful",
    words: "The law does not allow it.",
    referredTo: null,
    wasOverturned: false,
  };
  test.each<[Partial<Refusal>, string | null]>([
    [{}, null],
    [{ reason: "unsafe" }, null],
    [{ reason: null }, "reason"],
    [{ words: "  " }, "words"],
    [{ reason: "outside-powers" }, "referredTo"],
    [{ reason: "outside-powers", referredTo: "Derby City Council" }, null],
    [{ wasOverturned: true }, "form"],
  ])("%j: %s", (change, field) => {
    const checked = checkRefusal({ ...refusal, ...change });
    expect(checked.ok ? null : checked.errors[0]?.field).toBe(field);
  });

  const account = (accountId: string | null): Actor => ({
    kind: "staff",
    accountId,
    sessionId: null,
    requestId: null,
    roles: [],
  });
  test.each<[string | null, boolean, string, string | null]>([
    ["commander", false, "The law allows it.", null],
    ["inspector", false, "The law allows it.", "form"],
    [null, false, "The law allows it.", "form"],
    ["commander", true, "The law allows it.", "form"],
    ["commander", false, " ", "words"],
  ])("a review by %s, reviewed before %s, saying %j: %s", (who, isReviewed, words, field) => {
    const checked = checkReview(account(who), { declinedBy: "inspector", isReviewed }, words);
    expect(checked.ok ? null : checked.errors[0]?.field).toBe(field);
  });

  test("has seven days, and the commander fourteen", () => {
    expect(acceptanceDueOn("2026-06-10", defaultSettings.acceptanceDays)).toBe("2026-06-17");
    expect(reviewDueOn("2026-06-10", defaultSettings.bcuReviewDays)).toBe("2026-06-24");
  });
});

describe("an urgent priority", () => {
  const urgent: UrgentPriority = {
    origin: "snt-urgent",
    state: "in-progress",
    adoptedOn: "2026-06-01",
    isConfirmed: false,
  };
  test.each<[string, Partial<UrgentPriority>, string, boolean, boolean, string | null]>([
    ["on its first day", {}, "2026-06-01", false, true, "Lapses in 28 days unless the panel confirms it"],
    ["on its last", {}, "2026-06-28", false, true, "Lapses in 1 day unless the panel confirms it"],
    ["after 28 days", {}, "2026-06-29", true, false, "Lapses today: the panel did not confirm it"],
    [
      "not yet accepted",
      { state: "adopted" },
      "2026-06-29",
      true,
      false,
      "Lapses today: the panel did not confirm it",
    ],
    ["confirmed", { isConfirmed: true }, "2026-06-29", false, false, null],
    ["of a cycle", { origin: "community-cycle" }, "2026-06-29", false, false, null],
    ["lapsed already", { state: "lapsed" }, "2026-06-29", false, false, null],
    ["asking for feedback", { state: "feedback-open" }, "2026-06-10", false, false, null],
    ["asking for feedback, late", { state: "feedback-open" }, "2026-06-29", false, false, null],
  ])("%s", (_, change, today, lapsed, confirmable, words) => {
    const priority = { ...urgent, ...change };
    expect(hasLapsed(priority, today, 28)).toBe(lapsed);
    expect(canConfirm(priority, today, 28)).toBe(confirmable);
    expect(lapseInWords(priority, today, 28)).toBe(words);
  });

  test.each([
    ["Three thefts with violence in a week.", 1, true],
    [" ", 1, false],
    ["Three thefts with violence in a week.", 0, false],
  ])("added because %j with room for %i: %s", (reason, room, expected) => {
    expect(checkUrgent(reason, room).ok).toBe(expected);
  });
});

describe("what is late", () => {
  const watched: WatchedPriority = {
    state: "in-progress",
    adoptedOn: "2026-06-01",
    stateSince: "2026-06-01",
    hasPlans: true,
    lastPublicOn: "2026-06-01",
    isReviewDue: false,
  };
  test.each<[string, Partial<WatchedPriority>, string, [LateKind, number][]]>([
    ["nothing", {}, "2026-06-10", []],
    ["plans on the fourteenth day", { hasPlans: false }, "2026-06-15", []],
    ["plans a day later", { hasPlans: false }, "2026-06-16", [["plans", 1]]],
    ["plans of what is closed", { hasPlans: false, state: "lapsed" }, "2026-09-01", []],
    ["an answer on the seventh day", { state: "adopted" }, "2026-06-08", []],
    ["an answer two days later", { state: "adopted" }, "2026-06-10", [["acceptance", 2]]],
    [
      "an answer after a refusal was overturned",
      { state: "adopted", stateSince: "2026-06-20" },
      "2026-06-25",
      [],
    ],
    ["a review on the fourteenth day", { state: "declined-by-force", isReviewDue: true }, "2026-06-15", []],
    [
      "a review a day later",
      { state: "declined-by-force", isReviewDue: true },
      "2026-06-16",
      [["review", 1]],
    ],
    ["a review that was given", { state: "declined-by-force" }, "2026-09-16", []],
    ["news after one cycle", {}, "2026-08-31", []],
    ["news after more", {}, "2026-09-01", [["stale", 1]]],
    [
      "no news ever",
      { lastPublicOn: null, hasPlans: false },
      "2026-09-01",
      [
        ["plans", 78],
        ["stale", 1],
      ],
    ],
    ["news of what is signed off", { state: "signed-off" }, "2027-06-01", []],
    ["nothing before adoption", { state: "proposed", adoptedOn: null, hasPlans: false }, "2026-09-30", []],
  ])("%s", (_, change, today, late) => {
    const standing = standingOf({ ...watched, ...change }, today, defaultSettings);
    expect(standing.late.map(({ kind, days }) => [kind, days])).toEqual(late);
  });

  test("is said in words", () => {
    const standing = standingOf({ ...watched, hasPlans: false }, "2026-09-01", defaultSettings);
    expect(standing).toMatchObject({ stage: "Being worked on", ageDays: 92 });
    expect(standing.late.map(({ words }) => words)).toEqual([
      "The plans are 78 days overdue",
      "No news for residents for 92 days",
    ]);
  });
});

describe("how it was chosen", () => {
  const nothing: Trace = {
    raisers: null,
    vote: null,
    score: null,
    panel: null,
    departures: [],
    urgent: null,
    partner: null,
  };
  const panel = {
    decidedOn: "2026-06-10",
    members: 12,
    motion: { for: 4, against: 1, abstain: 1 },
    isInterim: false,
  };

  test.each<[string, Partial<Trace>, string[]]>([
    ["nothing on record", {}, []],
    [
      "a cycle",
      {
        raisers: 9,
        vote: { votes: 33, ballots: 64, isIndicative: false },
        score: { sum: 15, outOf: 24 },
        panel,
        departures: [{ passedOver: "Speeding by the school", reason: "The council starts works in May." }],
      },
      [
        "9 people raised this.",
        "Chosen on 33 of 64 ballots.",
        "Scored 15 out of 24 by rules that are the same everywhere. The score advises and does not decide.",
        "Decided by the panel of 12 members on 10 June 2026: 4 for, 1 against, 1 abstained.",
        "Taken before “Speeding by the school”, which stood higher in the vote: The council starts works in May.",
      ],
    ],
    [
      "few ballots, an interim panel",
      {
        vote: { votes: 1, ballots: 1, isIndicative: true },
        panel: { ...panel, members: 1, isInterim: true },
      },
      [
        "Chosen on 1 of 1 ballot.",
        "Few people voted, so this is a hint of what people want and not a clear answer.",
        "Decided by an interim panel of 1 member on 10 June 2026: 4 for, 1 against, 1 abstained.",
      ],
    ],
    [
      "urgent",
      { urgent: { addedOn: "2026-06-01", reason: "Three thefts in a week." } },
      ["Added by the neighbourhood team as urgent on 1 June 2026: Three thefts in a week."],
    ],
    [
      "a partner's",
      { partner: "Derby Homes", raisers: 0 },
      ["Brought to the panel by Derby Homes.", "Nobody raised this directly."],
    ],
  ])("%s", (_, trace, sentences) => {
    expect(traceInWords({ ...nothing, ...trace })).toEqual(sentences);
  });
});
