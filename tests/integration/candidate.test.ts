import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/actor.ts";
import { addCandidate } from "#app/services/candidate/add-candidate.server.ts";
import { decideCandidate } from "#app/services/candidate/decide-candidate.server.ts";
import { scoreCandidate } from "#app/services/candidate/score-candidate.server.ts";
import { updateCandidate } from "#app/services/candidate/update-candidate.server.ts";
import { endCycle } from "#app/services/cycle/end-cycle.server.ts";
import { extendCycle } from "#app/services/cycle/extend-cycle.server.ts";
import { beginPreElection, endPreElection, heldBackToday } from "#app/services/cycle/pre-election.server.ts";
import { findCandidate } from "#db/queries/candidate.ts";
import { trendOf } from "#db/queries/incident.ts";
import { findNextVote } from "#db/queries/next-vote.ts";
import { listPeriods } from "#db/queries/pre-election.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { onDay, openCycleTest, type CycleTest } from "./cycle-force.ts";
import { now, today } from "./people-force.ts";

let force: CycleTest;
let sergeant: Actor;
let stranger: Actor;
let administrator: Actor;
let cycleId: string;
beforeEach(async () => {
  force = await openCycleTest();
  await force.account("Archer’s", { person: "Archer" });
  await force.account("Cole’s", { person: "Cole" });
  await force.account("Admin");
  await force.appoint("Admin", "administrator");
  for (const name of ["Jo", "Sam"]) await force.account(name, { kind: "resident" });
  sergeant = await force.actor("Archer’s");
  stranger = await force.actor("Cole’s");
  administrator = await force.actor("Admin");
  await force.run(now);
  cycleId = (await force.cycleOf("n1")).id;
});
afterEach(() => force.close());

const read = <Value>(work: Parameters<typeof withActor<Value>>[2]) => withActor(force.db, sergeant, work);
const words = { title: "Speeding by the school", statement: "Cars go fast past the school." };
const add = (concernIds: string[], actor = sergeant) =>
  addCandidate(force.deps, actor, { cycleId, concernIds, category: "speeding", ...words });
const messagesOf = (change: { ok: true } | { ok: false; errors: readonly { message: string }[] }) =>
  change.ok ? [] : change.errors.map(({ message }) => message);

describe("adding a candidate", () => {
  it("counts everybody behind its concerns once", async () => {
    const first = await force.concern("C-1", "n1", { raisedBy: "Jo" });
    const second = await force.concern("C-2", "n1");
    await force.concern("C-3", "n1", { state: "merged", mergedIntoId: first, raisedBy: "Sam" });
    await force.db
      .insert(schema.concernSupporters)
      .values(["Jo", "Sam"].map((name) => ({ concernId: second, accountId: force.id(name), at: now })));
    expect(await add([first, second])).toEqual({ ok: true, number: 1 });
    // Jo, Sam, and whoever raised the second without an account.
    expect(await read((tx) => findCandidate(tx, cycleId, 1))).toMatchObject({ raisers: 3, ...words });
    expect(messagesOf(await add([first]))).toEqual([
      "Somebody has used or moved one of these concerns: choose again",
    ]);
    expect((await force.actions()).at(-1)).toBe("candidate.add");
  });

  it("takes only published concerns of the neighbourhood, from whoever works there", async () => {
    const there = await force.concern("C-1", "n1");
    const elsewhere = await force.concern("C-2", "n2");
    const hidden = await force.concern("C-3", "n1", { state: "triage" });
    for (const id of [elsewhere, hidden]) expect((await add([id])).ok).toBe(false);
    expect(messagesOf(await add([there], stranger))).toEqual(["This cycle is not one of yours"]);
    expect(await add([there])).toEqual({ ok: true, number: 1 });
  });
});

describe("a candidate", () => {
  let id: string;
  const shown = (version = 1) => ({ cycleId, id, version });
  const card = {
    ...words,
    trendWords: "No figures are loaded.",
    trendSource: "The team",
    partnersWords: "Nobody yet.",
    harmWords: "Children on their way to school.",
    underHeardWords: "Nobody in particular.",
  };
  beforeEach(async () => {
    await add([await force.concern("C-1", "n1")]);
    id = (await read((tx) => findCandidate(tx, cycleId, 1)))?.id ?? "";
  });
  const decide = (version: number, isOn = true, reason = "") =>
    decideCandidate(
      force.deps,
      sergeant,
      shown(version),
      isOn ? { isShortlisted: true } : { isShortlisted: false, reason },
    );

  it("is never overwritten by somebody who saw an older one", async () => {
    const results = await Promise.all(
      ["One way.", "Another way."].map((harmWords) =>
        updateCandidate(force.deps, sergeant, shown(), { ...card, harmWords }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(messagesOf(results.find(({ ok }) => !ok) ?? { ok: true })[0]).toContain("Somebody changed");
  });

  it("stands on the shortlist with a whole card only, and off it with a reason only", async () => {
    expect(messagesOf(await decide(1))).toHaveLength(4);
    expect(await updateCandidate(force.deps, sergeant, shown(), card)).toEqual({ ok: true });
    expect(await decide(2)).toEqual({ ok: true });
    expect((await updateCandidate(force.deps, sergeant, shown(3), { ...card, harmWords: null })).ok).toBe(
      false,
    );
    expect((await decide(3, false)).ok).toBe(false);
    expect(await decide(3, false, "Others harm more people.")).toEqual({ ok: true });
    const marks = {
      scoreEvidence: 4,
      scoreHarm: 0,
      scoreUnderHeard: 1,
      scoreChangeable: 2,
      scoreNotInHand: null,
    };
    expect(
      await scoreCandidate(force.deps, sergeant, shown(4), {
        ...marks,
        scoreEvidence: 4,
        scoreHarm: 0,
        scoreUnderHeard: 1,
        scoreChangeable: 2,
      }),
    ).toEqual({ ok: true });
    expect(await read((tx) => findCandidate(tx, cycleId, 1))).toMatchObject({ ...marks, version: 5 });
    expect((await force.actions()).slice(-4)).toEqual([
      "candidate.update",
      "candidate.shortlist",
      "candidate.leave-off",
      "candidate.score",
    ]);
  });

  it.each(Object.keys(card))("names nobody in its %s", async (field) => {
    const named = await updateCandidate(force.deps, sergeant, shown(), {
      ...card,
      [field]: "Ring 07700 900123.",
    });
    expect(named).toMatchObject({ ok: false, errors: [{ field }] });
  });

  it("is left off for a reason that names nobody", async () => {
    expect(messagesOf(await decide(1, false, "Mr Hollis sees to it."))).toEqual([
      "Take out the name “Mr Hollis”",
    ]);
  });

  it("is not changed once the vote has opened", async () => {
    await force.run(onDay(40));
    const late = await updateCandidate(force.deps, sergeant, shown(), card);
    expect(messagesOf(late)[0]).toContain("published");
  });
});

it("extends a stage once of two who ask, in public, and all that follows moves", async () => {
  const { version } = await force.cycleOf("n1");
  const wanted = { cycleId, version, stage: "voting", extraDays: 7, reason: "Snow" } as const;
  const named = { ...wanted, reason: "Mr Hollis is ill" };
  expect(messagesOf(await extendCycle(force.deps, sergeant, named))).toEqual([
    "Take out the name “Mr Hollis”",
  ]);
  const results = await Promise.all([1, 2].map(() => extendCycle(force.deps, sergeant, wanted)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await force.cycleOf("n1")).toMatchObject({
    votingEndsOn: "2027-01-25",
    reviewingEndsOn: "2027-03-01",
  });
  expect((await force.eventsOf(cycleId)).at(-1)?.line).toContain("Snow");
  expect((await extendCycle(force.deps, stranger, wanted)).ok).toBe(false);
});

it("ends a cycle early, and the next opens tomorrow; never once residents vote", async () => {
  const { version } = await force.cycleOf("n1");
  for (const reason of [" ", "Mr Hollis asked for it."])
    expect((await endCycle(force.deps, sergeant, { cycleId, version, reason })).ok, reason).toBe(false);
  expect(await endCycle(force.deps, sergeant, { cycleId, version, reason: "It was split." })).toEqual({
    ok: true,
  });
  expect(await force.cycleOf("n1", 2)).toMatchObject({ stage: "planned", startsOn: "2026-11-25" });
  const other = await force.cycleOf("n2");
  await force.candidate(other.id, 1, { isShortlisted: true });
  await force.run(onDay(40));
  const voting = await force.cycleOf("n2");
  const late = { cycleId: voting.id, version: voting.version, reason: "It was split." };
  expect((await endCycle(force.deps, sergeant, late)).ok).toBe(false);
});

it("holds votes back before an election, and lets them go when it is ended", async () => {
  const before = await force.cycleOf("n1");
  const nextVote = () => read((tx) => findNextVote(tx, force.id("n1"), today));
  expect(await nextVote()).toEqual({ firstDay: "2027-01-02", lastDay: "2027-01-18" });
  const period = {
    startsOn: "2026-12-20",
    endsOn: "2027-01-20",
    pausesCycles: true,
    reason: "The county election.",
  };
  expect(await beginPreElection(force.deps, administrator, period)).toEqual({ ok: true });
  expect((await beginPreElection(force.deps, administrator, period)).ok).toBe(false);
  expect((await force.cycleOf("n1")).votingEndsOn).toBe("2027-02-06");
  // As the poster has it: not the day after the shortlist, which is before the election.
  expect(await nextVote()).toEqual({ firstDay: "2027-01-21", lastDay: "2027-02-06" });
  expect(await read((tx) => heldBackToday(tx, today))).toEqual([]);
  expect(await read((tx) => heldBackToday(tx, "2027-01-20"))).toContain("publicity");
  await force.candidate(cycleId, 1, { isShortlisted: true });
  await force.run(onDay(45));
  expect((await force.cycleOf("n1")).stage).toBe("shortlisting");
  const [stored] = await read(listPeriods);
  const deps = { ...force.deps, now: onDay(46) };
  expect(await endPreElection(deps, administrator, stored?.id ?? "")).toEqual({ ok: true });
  await force.run(onDay(46));
  expect((await force.cycleOf("n1")).stage).toBe("shortlisting");
  await force.run(onDay(47));
  expect(await force.cycleOf("n1")).toMatchObject({ stage: "voting", votingEndsOn: "2027-01-25" });
  expect(before.votingEndsOn).toBe("2027-01-18");
  expect((await force.actions()).filter((action) => action.startsWith("pre-election"))).toHaveLength(2);
});

it("says a trend only where every month of two years is loaded", async () => {
  const months = Array.from({ length: 24 }, (_, index) =>
    new Date(Date.UTC(2024, 10 + index, 1)).toISOString().slice(0, 10),
  );
  const load = async (month: string, count: number) => {
    const [row] = await force.db
      .insert(schema.incidentImports)
      .values({
        source: "police.uk",
        month,
        digest: "",
        rows: 1,
        withoutPosition: 0,
        outside: 0,
        attribution: "",
        importedAt: now,
      })
      .returning();
    await force.db
      .insert(schema.incidentCounts)
      .values({ importId: row?.id ?? "", neighbourhoodId: force.id("n1"), kind: "Drugs", month, count });
  };
  const trend = () => read((tx) => trendOf(tx, force.id("n1"), ["Drugs"], "2026-10-01"));
  for (const [index, month] of months.slice(1).entries()) await load(month, index < 11 ? 2 : 3);
  expect(await trend()).toBeNull();
  await load(months[0] ?? "", 2);
  expect(await trend()).toEqual({
    kinds: ["Drugs"],
    latest: 36,
    before: 24,
    lastMonth: "2026-10-01",
    source: "police.uk",
  });
});
