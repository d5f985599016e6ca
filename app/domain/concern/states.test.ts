import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { permissions } from "#app/domain/permissions.ts";
import { moveConcern, type ConcernStanding } from "./move.ts";
import { reasonInWords, reasonLists, reasonsOf, type ReasonList } from "./reasons.ts";
import { concernStates, concernSteps, endingOf, isEnded, isTerminal, type ConcernState } from "./states.ts";
import { concernTransitions, stepsFrom, transitionFrom } from "./transitions.ts";
import { lineToRaiser, publicLine, stateWords } from "./words.ts";

const at = (state: ConcernState, more: Partial<ConcernStanding> = {}): ConcernStanding => ({
  state,
  timesRolledOver: 0,
  rejectedBy: null,
  ...more,
});

describe("the table", () => {
  test("no step from one state leads two ways", () => {
    for (const state of concernStates)
      for (const step of concernSteps) {
        const rows = concernTransitions.filter((row) => row.step === step && row.from.includes(state));
        expect(rows.length, `${state} ${step}`).toBeLessThanOrEqual(1);
      }
  });

  test("every step is used, by somebody who exists", () => {
    const movers = new Set<string>([...permissions, "raiser", "clock"]);
    expect(new Set(concernTransitions.map(({ step }) => step))).toEqual(new Set(concernSteps));
    for (const { who } of concernTransitions) expect(who.every((mover) => movers.has(mover))).toBe(true);
  });

  test.each(concernStates.filter(isTerminal))("nothing leads out of %s", (state) => {
    expect(concernTransitions.filter(({ from }) => from.includes(state))).toEqual([]);
  });

  test.each(concernStates.filter((state) => !isTerminal(state)))("something leads out of %s", (state) => {
    expect(concernTransitions.some(({ from }) => from.includes(state))).toBe(true);
  });

  test("every state can be reached", () => {
    const reached = new Set<ConcernState>(["submitted"]);
    for (const state of reached)
      for (const row of concernTransitions) if (row.from.includes(state)) reached.add(row.to);
    expect([...reached].sort()).toEqual([...concernStates].sort());
  });

  test("every state not yet decided before adoption can be withdrawn from by whoever raised it, and by nobody else", () => {
    for (const state of concernStates) {
      const expected = !isEnded(state) || state === "not-adopted";
      expect(stepsFrom(state, ["raiser"]).includes("withdraw"), state).toBe(expected);
      expect(stepsFrom(state, ["concern:moderate", "clock"]).includes("withdraw")).toBe(false);
    }
  });

  test("neither police nor partners adopt", () => {
    expect(transitionFrom("shortlisted", "adopt")?.who).toEqual(["panel:vote"]);
  });

  test("a diversion is never public", () => {
    const diverted = concernTransitions.filter(({ to }) => to.startsWith("diverted-"));
    expect(diverted).toHaveLength(4);
    expect(diverted.some(({ isPublic }) => isPublic)).toBe(false);
  });

  test("a public step has a public line", () => {
    for (const { isPublic, to } of concernTransitions)
      if (isPublic) expect(publicLine(to), to).not.toBeNull();
    for (const state of concernStates.filter((one) => one.startsWith("diverted-")))
      expect(publicLine(state)).toBeNull();
  });
});

describe("words", () => {
  test.each(concernStates)("%s has a line for whoever raised it and one for staff", (state) => {
    expect(stateWords[state].toRaiser).toMatch(/^[A-Z].*\.$/);
    expect(stateWords[state].toStaff).toMatch(/^[a-z].*[a-z]$/);
  });

  test("a reason follows as a sentence", () => {
    expect(lineToRaiser("not-adopted", { list: "notAdopted", code: "fewer-votes" })).toBe(
      "Your concern did not become a priority this time. Residents gave more votes to others.",
    );
    expect(lineToRaiser("withdrawn")).toBe("You withdrew your concern.");
    expect(reasonInWords("rejection", "constructor")).toBeNull();
  });

  test("every reason is a sentence", () => {
    for (const list of Object.values(reasonLists))
      for (const sentence of Object.values(list)) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  test("a line about a diversion tells nothing of what was told", () => {
    const lines = concernStates
      .filter((state) => state.startsWith("diverted-"))
      .map((state) => lineToRaiser(state));
    expect(new Set(lines).size).toBe(1);
  });
});

describe("moving", () => {
  const moderator = { mover: "concern:moderate", by: "moderator", reason: null } as const;
  const clock = { mover: "clock", by: null, reason: null } as const;

  test.each([
    [at("submitted"), { ...moderator, step: "take-up" }, "triage"],
    [at("triage"), { ...moderator, step: "publish" }, "published-candidate"],
    [at("triage"), { ...moderator, step: "reject", reason: "abusive" }, "rejected"],
    [at("triage"), { ...moderator, step: "return", reason: "place-unclear" }, "returned-for-rewording"],
    [at("returned-for-rewording"), { mover: "raiser", by: null, reason: null, step: "reword" }, "triage"],
    [at("returned-for-rewording"), { ...clock, step: "lapse", reason: "not-reworded" }, "rejected"],
    [
      at("submitted"),
      { mover: "urgent:answer", by: "centre", reason: null, step: "divert-emergency" },
      "diverted-emergency",
    ],
    [at("shortlisted"), { mover: "panel:vote", by: "chair", reason: null, step: "adopt" }, "adopted"],
    [at("shortlisted"), { ...clock, step: "not-adopt", reason: "fewer-votes" }, "not-adopted"],
    [at("not-adopted"), { ...clock, step: "roll-over" }, "published-candidate"],
    [
      at("appealed", { rejectedBy: "moderator" }),
      { ...moderator, by: "other", step: "uphold", reason: "decision-right" },
      "upheld",
    ],
    [
      at("appealed", { rejectedBy: "moderator" }),
      { ...moderator, by: "other", step: "change", reason: "decision-wrong" },
      "changed",
    ],
    [at("changed"), { ...moderator, step: "publish" }, "published-candidate"],
  ] as const)("%j %j", (standing, move, state) => {
    expect(moveConcern(standing, move)).toMatchObject({ ok: true, standing: { state } });
  });

  test.each([
    [
      "a state it is not in",
      at("adopted"),
      { ...moderator, step: "merge" },
      "form",
      "This concern is adopted as a priority, so this cannot be done to it now",
    ],
    [
      "somebody who may not",
      at("shortlisted"),
      { ...moderator, step: "adopt" },
      "form",
      "You may not do this to a concern",
    ],
    ["a missing reason", at("triage"), { ...moderator, step: "reject" }, "reason", "Choose a reason"],
    [
      "a reason of another list",
      at("triage"),
      { ...moderator, step: "reject", reason: "council" },
      "reason",
      "Choose a reason from the list",
    ],
    [
      "a reason where none is kept",
      at("triage"),
      { ...moderator, step: "publish", reason: "council" },
      "reason",
      "No reason is recorded for this",
    ],
    [
      "a second roll-over",
      at("not-adopted", { timesRolledOver: 1 }),
      { ...clock, step: "roll-over" },
      "form",
      "This concern has gone on to a next cycle once already",
    ],
    [
      "the appeal heard by who rejected it",
      at("appealed", { rejectedBy: "moderator" }),
      { ...moderator, step: "uphold", reason: "decision-right" },
      "form",
      "Somebody else than whoever rejected this concern must decide the appeal",
    ],
    [
      "an appeal heard by nobody in particular",
      at("appealed", { rejectedBy: "moderator" }),
      { ...moderator, by: null, step: "change", reason: "decision-wrong" },
      "form",
      "Somebody else than whoever rejected this concern must decide the appeal",
    ],
    [
      "a rejection of what an appeal gave back",
      at("changed"),
      { ...moderator, step: "reject", reason: "abusive" },
      "form",
      "This concern is back in triage after an appeal, so this cannot be done to it now",
    ],
  ] as const)("refuses %s", (_, standing, move, field, message) => {
    expect(moveConcern(standing, move)).toEqual({ ok: false, errors: [{ field, message }] });
  });

  test("remembers who rejected and how often it went on", () => {
    expect(moveConcern(at("triage"), { ...moderator, step: "reject", reason: "abusive" })).toMatchObject({
      standing: { rejectedBy: "moderator" },
    });
    expect(moveConcern(at("not-adopted"), { ...clock, step: "roll-over" })).toMatchObject({
      standing: { timesRolledOver: 1 },
    });
  });

  const moves = fc.record({
    step: fc.constantFrom(...concernSteps),
    mover: fc.constantFrom(
      "raiser",
      "clock",
      "concern:moderate",
      "concern:hear-appeal",
      "panel:vote",
      "urgent:answer",
    ),
    by: fc.constantFrom(null, "one", "two"),
    reason: fc.constantFrom(
      null,
      ...(Object.keys(reasonLists) as ReasonList[]).flatMap((list) => reasonsOf(list)),
    ),
  } as const);

  test("however it is pushed: what has ended stays, rolls over once, and is told of", () => {
    fc.assert(
      fc.property(fc.array(moves, { maxLength: 400 }), (pushes) => {
        let standing = at("submitted");
        for (const push of pushes) {
          const moved = moveConcern(standing, push);
          if (!moved.ok) {
            expect(moved.errors[0]?.message).toMatch(/^[A-Z]/);
            continue;
          }
          expect(isTerminal(standing.state)).toBe(false);
          standing = moved.standing;
          expect(standing.timesRolledOver).toBeLessThanOrEqual(1);
          if (endingOf(standing.state) !== null) expect(lineToRaiser(standing.state)).not.toBe("");
        }
      }),
      { numRuns: 300 },
    );
  });
});
