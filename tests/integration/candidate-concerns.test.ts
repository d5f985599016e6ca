import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/actor.ts";
import { publicHistory } from "#app/domain/concern/public-history.ts";
import { addCandidate } from "#app/services/candidate/add-candidate.server.ts";
import { addConcerns } from "#app/services/candidate/add-concerns.server.ts";
import { removeCandidate } from "#app/services/candidate/remove-candidate.server.ts";
import { takeOffConcerns } from "#app/services/candidate/take-off-concerns.server.ts";
import { listConcernsOf } from "#db/queries/candidate-concerns.ts";
import { findCandidate, listCandidates, updateCandidate } from "#db/queries/candidate.ts";
import { listConcernEvents } from "#db/queries/own-concern.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { onDay, openCycleTest, type CycleTest } from "./cycle-force.ts";
import { now } from "./people-force.ts";

let force: CycleTest;
let sergeant: Actor;
let stranger: Actor;
let cycleId: string;
let ids: [string, string, string];
let minutes = 0;
// A minute later each time, so that histories stay in order.
const deps = () => ({ db: force.db, now: new Date(now.getTime() + ++minutes * 60_000) });
beforeEach(async () => {
  force = await openCycleTest();
  await force.account("Archer’s", { person: "Archer" });
  await force.account("Cole’s", { person: "Cole" });
  for (const name of ["Jo", "Sam"]) await force.account(name, { kind: "resident" });
  sergeant = await force.actor("Archer’s");
  stranger = await force.actor("Cole’s");
  await force.run(now);
  cycleId = (await force.cycleOf("n1")).id;
  ids = [
    await force.concern("C-1", "n1", { raisedBy: "Jo" }),
    await force.concern("C-2", "n1", { raisedBy: "Sam" }),
    await force.concern("C-3", "n1", { raisedBy: "Jo" }),
  ];
});
afterEach(() => force.close());

const read = <Value>(work: Parameters<typeof withActor<Value>>[2]) => withActor(force.db, sergeant, work);
const words = { title: "Speeding by the school", statement: "Cars go fast past the school." };
const make = async (concernIds: string[]) => {
  const added = await addCandidate(deps(), sergeant, {
    cycleId,
    concernIds,
    category: "speeding",
    ...words,
  });
  return shownOf(added.ok ? added.number : 0);
};
const shownOf = async (number: number) => {
  const candidate = await read((tx) => findCandidate(tx, cycleId, number));
  if (candidate === null) throw new Error(`There is no candidate ${number}.`);
  return { cycleId, id: candidate.id, version: candidate.version };
};
const messagesOf = (change: { ok: true } | { ok: false; errors: readonly { message: string }[] }) =>
  change.ok ? [] : change.errors.map(({ message }) => message);
const storedConcern = (id: string) =>
  force.db.query.concerns.findFirst({ where: (t, { eq }) => eq(t.id, id) });
const publicLines = async (id: string) =>
  publicHistory(await read((tx) => listConcernEvents(tx, id)), now).map(({ line }) => line);
const mailsTo = async (name: string) =>
  (await force.db.select().from(schema.messages)).filter(({ accountId }) => accountId === force.id(name));
const lastAudit = async () =>
  (await force.db.select().from(schema.auditEvents).orderBy(schema.auditEvents.number)).at(-1);

describe("removing a candidate", () => {
  it("gives its concerns back to be chosen, and everybody behind them reads why", async () => {
    const shown = await make([ids[0], ids[1]]);
    const before = (await mailsTo("Jo")).length;
    expect(await removeCandidate(deps(), sergeant, shown, "same-problem")).toEqual({ ok: true });
    expect(await read((tx) => listCandidates(tx, cycleId))).toEqual([]);
    expect(await storedConcern(ids[0])).toMatchObject({ state: "published-candidate", cycleId });
    expect((await publicLines(ids[0])).at(-1)).toBe(
      "No longer part of a candidate for the vote. Another candidate is about the same problem. It can be put forward again.",
    );
    const mails = await mailsTo("Jo");
    expect(mails).toHaveLength(before + 1);
    expect(mails.some(({ body }) => body?.includes("Another candidate is about the same problem."))).toBe(
      true,
    );
    const news = (await force.db.select().from(schema.news)).filter(({ subjectId }) => subjectId === ids[1]);
    expect(news.some(({ line }) => line.startsWith("Speeding C-2: No longer part"))).toBe(true);
    expect(await lastAudit()).toMatchObject({
      action: "candidate.remove",
      subjectId: shown.id,
      reason: "same-problem",
      details: { cycleId, number: 1, concerns: 2 },
    });
    await make([ids[0], ids[1]]);
    expect((await publicLines(ids[0])).at(-1)).toBe("Made part of a candidate for the vote.");
  });

  it("is never the removal of another that has its number by now, nor of one that somebody changed", async () => {
    const first = await make([ids[0]]);
    await removeCandidate(deps(), sergeant, first, "mistake");
    const second = await make([ids[1]]);
    expect(messagesOf(await removeCandidate(deps(), sergeant, first, "mistake"))).toEqual([
      "This candidate is no longer there",
    ]);
    await read((tx) => updateCandidate(tx, second, { title: "Another title" }));
    expect(messagesOf(await removeCandidate(deps(), sergeant, second, "mistake"))[0]).toContain(
      "Somebody changed",
    );
    expect(await read((tx) => listCandidates(tx, cycleId))).toHaveLength(1);
  });

  it("says nothing to whoever withdrew theirs meanwhile", async () => {
    const shown = await make([ids[0]]);
    await force.db.update(schema.concerns).set({ state: "withdrawn" });
    const before = (await mailsTo("Jo")).length;
    expect(await removeCandidate(deps(), sergeant, shown, "in-hand")).toEqual({ ok: true });
    expect(await mailsTo("Jo")).toHaveLength(before);
    expect(await read((tx) => listConcernEvents(tx, ids[0]))).toHaveLength(1);
  });
});

describe("the concerns of a candidate", () => {
  it("are added and taken off, everybody behind them counted once", async () => {
    const made = await make([ids[0]]);
    expect(await addConcerns(deps(), sergeant, made, [ids[1], ids[2]])).toEqual({ ok: true });
    expect(await read((tx) => findCandidate(tx, cycleId, 1))).toMatchObject({ raisers: 2, version: 2 });
    expect(await lastAudit()).toMatchObject({
      action: "candidate.add-concerns",
      details: { number: 1, concerns: 2, raisers: 2 },
    });
    const off = { concernIds: [ids[1]], reason: "other-problem" } as const;
    expect(await takeOffConcerns(deps(), sergeant, await shownOf(1), off)).toEqual({ ok: true });
    expect(await read((tx) => findCandidate(tx, cycleId, 1))).toMatchObject({ raisers: 1, version: 3 });
    expect((await read((tx) => listConcernsOf(tx, made.id))).map(({ reference }) => reference)).toEqual([
      "C-1",
      "C-3",
    ]);
    expect(await publicLines(ids[1])).toEqual([
      "Made part of a candidate for the vote.",
      "No longer part of a candidate for the vote. It is about another problem than the rest of that candidate. It can be put forward again.",
    ]);
    expect(await lastAudit()).toMatchObject({
      action: "candidate.take-off-concerns",
      reason: "other-problem",
      details: { number: 1, concerns: 1, raisers: 1 },
    });
  });

  it("are never none, and never another candidate’s", async () => {
    const first = await make([ids[0]]);
    const second = await make([ids[1]]);
    const takeOff = (concernIds: string[]) =>
      takeOffConcerns(deps(), sergeant, first, { concernIds, reason: "mistake" });
    expect(messagesOf(await takeOff([ids[0]]))[0]).toContain("remove the candidate instead");
    expect(messagesOf(await takeOff([ids[1]]))[0]).toContain("no longer part");
    expect(messagesOf(await addConcerns(deps(), sergeant, second, [ids[0]]))).toEqual([
      "Somebody has used or moved one of these concerns: choose again",
    ]);
  });

  it("go to one candidate of two that ask for the same at once", async () => {
    const both = [await make([ids[0]]), await make([ids[1]])];
    const results = await Promise.all(both.map((shown) => addConcerns(deps(), sergeant, shown, [ids[2]])));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

it("changes nothing once the vote has opened, nor for whoever works elsewhere", async () => {
  const shown = await make([ids[0], ids[1]]);
  const tries = (actor: Actor) => [
    () => removeCandidate(deps(), actor, shown, "mistake"),
    () => addConcerns(deps(), actor, shown, [ids[2]]),
    () => takeOffConcerns(deps(), actor, shown, { concernIds: [ids[1]], reason: "mistake" }),
  ];
  for (const attempt of tries(stranger))
    expect(messagesOf(await attempt())).toEqual(["This cycle is not one of yours"]);
  await read((tx) => updateCandidate(tx, shown, { isShortlisted: true }));
  await force.run(onDay(40));
  expect((await force.cycleOf("n1")).stage).toBe("voting");
  for (const attempt of tries(sergeant))
    expect(messagesOf(await attempt())).toEqual([
      "The shortlist is published: its candidates cannot be changed any more",
    ]);
  expect(await read((tx) => listConcernsOf(tx, shown.id))).toHaveLength(2);
});
