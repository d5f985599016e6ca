import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/actor.ts";
import { conveneConfirmation } from "#app/services/panel/convene-confirmation.server.ts";
import { acceptPriority } from "#app/services/priority/accept-priority.server.ts";
import { addUrgentPriority } from "#app/services/priority/add-urgent-priority.server.ts";
import { declinePriority } from "#app/services/priority/decline-priority.server.ts";
import { reviewRefusal } from "#app/services/priority/review-refusal.server.ts";
import { runPriorityClock } from "#app/services/priority/run-priority-clock.server.ts";
import { addDays } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import { openPanelTest, rationaleOf, type PanelTest } from "./panel-force.ts";
import { now, today } from "./people-force.ts";

let panel: PanelTest;
let inspector: Actor;
let commander: Actor;
beforeEach(async () => {
  panel = await openPanelTest(8);
  inspector = await panel.actor("Inspector");
  commander = await panel.actor("Commander");
});
afterEach(() => panel.close());

const isRefused = (words: string) => ({
  ok: false,
  errors: [{ message: expect.stringContaining(words) as string }],
});
const first = async () => {
  const [priority] = await panel.db.select().from(schema.priorities).orderBy(schema.priorities.changedAt);
  if (priority === undefined) throw new Error("There is no priority.");
  return priority;
};
const lines = async () =>
  (await panel.db.select().from(schema.priorityEvents).orderBy(schema.priorityEvents.at)).map(
    ({ line }) => line,
  );
const there = ["Member 1", "Member 2", "Member 3", "Member 4"];
const adopt = async () => {
  const id = await panel.convene();
  await panel.attend(id, there);
  await panel.voteAll(id, there);
  await panel.record(id, ["speeding"]);
  return first();
};
const clockOn = (days: number) =>
  runPriorityClock({
    db: panel.db,
    now: new Date(`${addDays(today, days)}T10:00:00Z`),
    signal: new AbortController().signal,
  });
const late = async () =>
  (await panel.db.select().from(schema.staffNotices)).filter(({ kind }) => kind === "late");

describe("what a panel adopted", () => {
  it("is accepted by the inspector alone, once", async () => {
    const { reference, version } = await adopt();
    expect(await acceptPriority(panel.deps, panel.sergeant, { reference, version })).toBeNull();
    expect(await acceptPriority(panel.deps, inspector, { reference, version })).toEqual({ ok: true });
    expect(await first()).toMatchObject({ state: "in-progress", slot: 1 });
    expect(await acceptPriority(panel.deps, inspector, { reference, version })).toMatchObject(
      isRefused("Somebody else has changed this priority"),
    );
  });

  it("is declined with reasons, which the commander upholds and so frees its place", async () => {
    const { reference, version } = await adopt();
    const wanted = { reference, version, reason: "outside-powers" as const, words: "We may not." };
    expect(await declinePriority(panel.deps, inspector, { ...wanted, referredTo: null })).toMatchObject(
      isRefused("referred to"),
    );
    expect(await declinePriority(panel.deps, inspector, { ...wanted, referredTo: "the council" })).toEqual({
      ok: true,
    });
    const declined = await first();
    expect(declined).toMatchObject({ slot: 1, reviewDueOn: addDays(today, 14) });
    const review = { reference, version: declined.version, outcome: "upheld" as const, words: "Rightly so." };
    expect(await reviewRefusal(panel.deps, inspector, review)).toBeNull();
    expect(await reviewRefusal(panel.deps, commander, review)).toEqual({ ok: true });
    expect(await first()).toMatchObject({ state: "declined-by-force", slot: null, reviewOutcome: "upheld" });
    expect((await lines()).slice(1)).toEqual([
      "The inspector declined this priority: We may not. Referred to the council.",
      "The BCU commander upheld the refusal: Rightly so.",
    ]);
  });

  it("is neither declined nor reviewed in words that name somebody", async () => {
    const { reference, version } = await adopt();
    const named = "Mr Hollis";
    const refusal = { reference, version, reason: "outside-powers" as const, words: "We may not." };
    const decline = (change: Partial<Record<"words" | "referredTo", string>>) =>
      declinePriority(panel.deps, inspector, { ...refusal, referredTo: "the council", ...change });
    for (const field of ["words", "referredTo"])
      expect(await decline({ [field]: `Ask ${named}.` })).toEqual({
        ok: false,
        errors: [{ field, message: `Take out the name “${named}”` }],
      });
    expect(await decline({})).toEqual({ ok: true });
    const review = { reference, version: (await first()).version, outcome: "upheld" as const };
    expect(await reviewRefusal(panel.deps, commander, { ...review, words: `Ask ${named}.` })).toEqual({
      ok: false,
      errors: [{ field: "words", message: `Take out the name “${named}”` }],
    });
    expect(JSON.stringify(await lines())).not.toContain(named);
  });

  it("whose refusal is overturned stands adopted and cannot be declined again", async () => {
    const { reference, version } = await adopt();
    const refusal = { reason: "unsafe" as const, words: "Not safe.", referredTo: null };
    await declinePriority(panel.deps, inspector, { reference, version, ...refusal });
    const review = { outcome: "overturned" as const, words: "It is safe." };
    const ofDeclined = { reference, version: (await first()).version };
    await panel.appoint("Inspector", "commander");
    expect(
      await reviewRefusal(panel.deps, await panel.actor("Inspector"), { ...ofDeclined, ...review }),
    ).toMatchObject(isRefused("Whoever declined"));
    expect(await reviewRefusal(panel.deps, commander, { ...ofDeclined, ...review })).toEqual({ ok: true });
    const again = await first();
    expect(again).toMatchObject({ state: "adopted", slot: 1 });
    const ofAgain = { reference, version: again.version };
    expect(await declinePriority(panel.deps, inspector, { ...ofAgain, ...refusal })).toMatchObject(
      isRefused("cannot be declined again"),
    );
    expect(await acceptPriority(panel.deps, inspector, ofAgain)).toEqual({ ok: true });
  });

  it("and waits too long is told to the inspector once, a refusal to the commander", async () => {
    const { reference, version } = await adopt();
    await clockOn(7);
    expect(await late()).toEqual([]);
    await clockOn(8);
    await clockOn(9);
    expect((await late()).map(({ accountId }) => accountId)).toEqual([panel.id("Inspector")]);
    const refusal = { reason: "unsafe" as const, words: "Not safe.", referredTo: null };
    const onNinth = { db: panel.db, now: new Date(`${addDays(today, 9)}T10:00:00Z`) };
    await declinePriority(onNinth, inspector, { reference, version, ...refusal });
    await clockOn(23);
    expect(await late()).toHaveLength(1);
    await clockOn(24);
    await clockOn(25);
    expect((await late()).map(({ accountId }) => accountId)).toEqual([
      panel.id("Inspector"),
      panel.id("Commander"),
    ]);
  });
});

describe("an urgent priority", () => {
  const urgent = {
    category: "other" as const,
    title: "Fires in bins",
    statement: "Fires are set in bins at night near the school.",
    reason: "It gets worse every night.",
  };
  const add = (actor = panel.sergeant, change: Partial<typeof urgent> = {}) =>
    addUrgentPriority(panel.deps, actor, { ...urgent, neighbourhoodId: panel.id("n1"), ...change });

  it("is a sergeant's to add, with a reason", async () => {
    expect(await add(inspector)).toMatchObject(isRefused("you work for"));
    expect(await add(panel.sergeant, { reason: " " })).toMatchObject(isRefused("cannot wait"));
    expect(await add()).toMatchObject({ ok: true });
    expect(await first()).toMatchObject({ state: "adopted", slot: 1, lapsesOn: addDays(today, 28) });
    for (const place of [2, 3]) expect((await add()).ok, `place ${place}`).toBe(true);
    expect(await add()).toMatchObject(isRefused("no room"));
  });

  it.each(["title", "statement", "reason"])("names nobody in its %s", async (field) => {
    expect(await add(panel.sergeant, { [field]: "Mr Hollis is worried about the fires." })).toEqual({
      ok: false,
      errors: [{ field, message: "Take out the name “Mr Hollis”" }],
    });
    expect(await panel.db.$count(schema.priorities)).toBe(0);
  });

  it("lapses on its day unless the panel confirmed it", async () => {
    await add();
    await clockOn(27);
    expect(await first()).toMatchObject({ state: "adopted" });
    await clockOn(28);
    await clockOn(28);
    expect(await first()).toMatchObject({ state: "lapsed", slot: null });
    expect(await lines()).toHaveLength(2);
  });

  it("stays when the panel confirms it", async () => {
    await add();
    const { id: priorityId, version, reference } = await first();
    await acceptPriority(panel.deps, inspector, { reference, version });
    const plan = { format: "online", heldOn: today, writtenVoteDays: 0 } as const;
    const opened = await conveneConfirmation(panel.deps, panel.sergeant, { ...plan, priorityId });
    if (opened?.ok !== true) throw new Error("The panel was not called.");
    expect(await conveneConfirmation(panel.deps, panel.sergeant, { ...plan, priorityId })).toMatchObject(
      isRefused("open already"),
    );
    await panel.attend(opened.id, there);
    const [item] = await panel.items(opened.id);
    const { castPanelVotes } = await import("#app/services/panel/cast-panel-votes.server.ts");
    const hands = there.map((name) => ({
      itemId: item?.id ?? "",
      memberId: panel.id(name),
      choice: "for" as const,
    }));
    expect(
      await castPanelVotes(panel.deps, panel.sergeant, { resolutionId: opened.id, votes: hands }),
    ).toEqual({ ok: true });
    const items = [
      { subjectId: priorityId, isAdopted: true, rationale: rationaleOf("fire"), reasonPassedOver: null },
    ];
    expect(await panel.record(opened.id, [], { items })).toEqual({ ok: true });
    await clockOn(28);
    expect(await first()).toMatchObject({ state: "in-progress", slot: 1, confirmedAt: now });
  });
});

describe("the database", () => {
  it.each(["force", "national"])("stores no priority of %s origin", async (origin) => {
    await expect(
      panel.db.execute(sql`insert into priorities
        (reference, neighbourhood_id, origin, state, category, title, statement, changed_at)
        values ('P-22222', ${panel.id("n1")}, ${origin}, 'proposed', 'other', 'A', 'B', now())`),
    ).rejects.toMatchObject({ cause: { code: "22P02" } });
  });
});
