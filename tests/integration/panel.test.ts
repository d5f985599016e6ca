import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { rationaleParts } from "#app/domain/panel/resolution.ts";
import { castPanelVotes } from "#app/services/panel/cast-panel-votes.server.ts";
import { recordInquorate } from "#app/services/panel/record-inquorate.server.ts";
import { readResolutions } from "#app/services/panel/read-resolutions.server.ts";
import * as schema from "#db/schema/index.ts";
import { openPanelTest, rationaleOf, type PanelTest } from "./panel-force.ts";
import { now } from "./people-force.ts";

let panel: PanelTest;
afterEach(() => panel.close());

const isRefused = (words: string) => ({
  ok: false,
  errors: [{ message: expect.stringContaining(words) as string }],
});

describe("a quorum", () => {
  it.each([
    [8, 4],
    [10, 4],
    [12, 5],
    [15, 6],
  ])("of a panel of %i is %i: one fewer decides nothing", async (members, quorum) => {
    panel = await openPanelTest(members);
    const id = await panel.convene();
    const few = panel.memberNames.slice(0, quorum - 1);
    await panel.attend(id, few);
    await panel.voteAll(id, few);
    expect(await panel.record(id, ["speeding"])).toMatchObject(isRefused("no quorum"));
    await panel.attend(id, panel.memberNames.slice(0, quorum));
    expect(await recordInquorate(panel.deps, panel.sergeant, id)).toMatchObject(
      isRefused("Enough members took part"),
    );
    expect(await panel.record(id, ["speeding", "bikes", "park"])).toEqual({ ok: true });
    const adopted = await panel.priorities();
    expect(adopted.map(({ title, slot, state }) => [title, slot, state])).toEqual([
      ["speeding", 1, "adopted"],
      ["bikes", 2, "adopted"],
      ["park", 3, "adopted"],
    ]);
    expect(adopted.every(({ reference }) => /^P-.{5}$/.test(reference))).toBe(true);
  });

  it("that is missed twice lets key individuals stand in", async () => {
    panel = await openPanelTest(8, 5);
    for (const round of [1, 2]) {
      const id = await panel.convene();
      expect((await panel.members(id)).length, `round ${round}`).toBe(8);
      await panel.attend(id, ["Member 1"]);
      expect(await recordInquorate(panel.deps, panel.sergeant, id)).toEqual({ ok: true });
    }
    const third = await panel.convene();
    expect((await panel.members(third)).filter(({ capacity }) => capacity === "stand-in")).toHaveLength(5);
    expect(await panel.attend(third, ["Key 1", "Key 2"])).toMatchObject(isRefused("community member"));
    const there = ["Member 1", "Key 1", "Key 2", "Key 3"];
    await panel.attend(third, there);
    await panel.voteAll(third, there);
    expect(await panel.record(third, ["speeding"])).toEqual({ ok: true });
  });
});

describe("a resolution", () => {
  const there = ["Member 1", "Member 2", "Member 3", "Member 4"];
  const meet = async (ballots?: number) => {
    panel = await openPanelTest(8);
    if (ballots !== undefined) await panel.addCycle(2, ballots);
    const id = await panel.convene(ballots === undefined ? 1 : 2);
    await panel.attend(id, there);
    await panel.voteAll(id, there);
    return id;
  };

  it("that departs from the order of the vote needs a reason, which is published", async () => {
    const id = await meet();
    expect(await panel.record(id, ["speeding", "graffiti"])).toMatchObject({
      ok: false,
      errors: ["bikes", "park", "parking"].map((name) => ({ field: `reason-${panel.candidateId(name)}` })),
    });
    const reasons = { bikes: "In hand.", park: "In hand too.", parking: "The council’s." };
    expect(await panel.record(id, ["speeding", "graffiti"], { reasons })).toEqual({ ok: true });
    const [decision] = await readResolutions(panel.deps, "request", panel.id("cycle 1"));
    expect(decision).toMatchObject({ present: 4, quorum: 4, isInterim: false });
    expect(decision?.items.map(({ title, departureReason }) => [title, departureReason])).toEqual([
      ["speeding", null],
      ["bikes", "In hand."],
      ["park", "In hand too."],
      ["parking", "The council’s."],
      ["graffiti", null],
    ]);
    expect(JSON.stringify(decision)).not.toContain("Member");
  });

  it("needs each part of the rationale, and a majority", async () => {
    const id = await meet();
    await panel.voteAll(id, ["Member 1", "Member 2"], "against", ["speeding"]);
    expect(await panel.record(id, ["speeding"])).toMatchObject(isRefused("no majority"));
    const items = [
      { subjectId: panel.candidateId("bikes"), isAdopted: true, rationale: {}, reasonPassedOver: null },
      {
        subjectId: panel.candidateId("speeding"),
        isAdopted: false,
        rationale: {},
        reasonPassedOver: "Lost.",
      },
    ];
    const refused = await panel.record(id, [], { items });
    expect(refused).toMatchObject({ ok: false });
    expect(refused?.ok === false ? refused.errors : []).toHaveLength(5);
  });

  it("names nobody, whatever of it is published", async () => {
    const id = await meet();
    const named = "Mr Hollis said so.";
    const subjectId = panel.candidateId("speeding");
    const item = { subjectId, isAdopted: true, rationale: rationaleOf("speeding"), reasonPassedOver: null };
    const fieldsOf = async (change: Parameters<PanelTest["record"]>[2]) => {
      const recorded = await panel.record(id, ["speeding"], change);
      return recorded?.ok === false ? recorded.errors.map(({ field }) => field) : [];
    };
    expect(await fieldsOf({ motion: named })).toEqual(["motion"]);
    expect(await fieldsOf({ batchNote: named })).toEqual(["batchNote"]);
    expect(await fieldsOf({ reasons: { bikes: named } })).toEqual([`reason-${panel.candidateId("bikes")}`]);
    for (const part of rationaleParts)
      expect(
        await fieldsOf({ items: [{ ...item, rationale: { ...item.rationale, [part]: named } }] }),
      ).toEqual([`${part}-${subjectId}`]);
    expect(await panel.priorities()).toEqual([]);
    expect(await panel.record(id, ["speeding"])).toEqual({ ok: true });
  });

  it("moves the concerns, tells the inspector, and is recorded once", async () => {
    const id = await meet();
    expect(await panel.record(id, ["speeding", "bikes", "park"])).toEqual({ ok: true });
    expect(await panel.record(id, ["parking"])).toMatchObject(isRefused("recorded already"));
    const concerns = await panel.db.select().from(schema.concerns).orderBy(schema.concerns.reference);
    expect(concerns.map(({ publicTitle, state, reasonCode }) => [publicTitle, state, reasonCode])).toEqual([
      ["speeding", "adopted", null],
      ["bikes", "adopted", null],
      ["park", "adopted", null],
      ["parking", "not-adopted", "fewer-votes"],
      ["graffiti", "not-adopted", "fewer-votes"],
    ]);
    const notices = await panel.db.select().from(schema.staffNotices);
    expect(notices.filter(({ accountId }) => accountId === panel.id("Inspector"))).toHaveLength(3);
    const news = await panel.db.select().from(schema.news).where(eq(schema.news.kind, "cycle"));
    expect(news.map(({ line }) => line)).toEqual(["The panel adopted 3 priorities."]);
    expect(await panel.actions()).toContain("panel.decide");
    const [event] = await panel.db.select().from(schema.priorityEvents);
    expect(event).toMatchObject({
      from: "proposed",
      to: "adopted",
      line: "The panel adopted this as a priority.",
    });
  });

  it("of none is allowed", async () => {
    const id = await meet();
    expect(await panel.record(id, [])).toEqual({ ok: true });
    expect(await panel.priorities()).toEqual([]);
    const [concern] = await panel.db.select().from(schema.concerns);
    expect(concern).toMatchObject({ state: "not-adopted", reasonCode: "panel-reasons" });
  });

  it("after a vote of few asks once more, or says how few there were", async () => {
    const id = await meet(12);
    expect(await panel.record(id, ["speeding"])).toMatchObject(isRefused("Few people voted"));
    expect(await panel.record(id, ["speeding"], { lowParticipation: "outreach" })).toMatchObject(
      isRefused("Adopt nothing while people are asked once more"),
    );
    expect(await panel.record(id, [], { lowParticipation: "outreach" })).toEqual({ ok: true });
    const waiting = await panel.db
      .select()
      .from(schema.concerns)
      .where(eq(schema.concerns.cycleId, panel.id("cycle 2")));
    expect(waiting.every(({ state }) => state === "shortlisted")).toBe(true);
    const again = await panel.convene(2);
    await panel.attend(again, there);
    await panel.voteAll(again, there);
    expect(await panel.record(again, [], { lowParticipation: "outreach" })).toMatchObject(
      isRefused("asked once more already"),
    );
    expect(await panel.record(again, ["speeding"], { lowParticipation: "adopt-marked" })).toEqual({
      ok: true,
    });
    expect(await panel.priorities()).toMatchObject([{ isLowParticipation: true }]);
    expect(await panel.convenes(2)).toMatchObject(isRefused("decided already"));
  });

  it("waits for votes in writing until they close", async () => {
    panel = await openPanelTest(8);
    const id = await panel.convene(1, { writtenVoteDays: 7 });
    await panel.attend(id, there.slice(0, 3));
    await panel.voteAll(id, there);
    expect(await panel.record(id, ["speeding"])).toMatchObject(isRefused("still vote in writing"));
    const after = new Date("2026-12-02T09:00:00Z");
    const late = {
      resolutionId: id,
      votes: [{ itemId: "", memberId: panel.id("Member 5"), choice: "for" as const }],
    };
    expect(
      await castPanelVotes({ db: panel.db, now: after }, await panel.asMember("Member 5"), late),
    ).toMatchObject(isRefused("The vote has closed"));
    expect(await panel.record(id, ["speeding"], {}, after)).toEqual({ ok: true });
  });

  it("never takes a place twice, however many record at the same moment", async () => {
    const id = await meet();
    await panel.db.insert(schema.priorities).values(
      ([1, 2] as const).map((slot) => ({
        reference: `P-2222${slot}`,
        neighbourhoodId: panel.id("n1"),
        origin: "partner" as const,
        state: "in-progress" as const,
        slot,
        category: "other" as const,
        title: "Carried over",
        statement: "Carried over.",
        changedAt: now,
      })),
    );
    const { addUrgentPriority } = await import("#app/services/priority/add-urgent-priority.server.ts");
    const urgent = {
      neighbourhoodId: panel.id("n1"),
      category: "other" as const,
      title: "Urgent",
      statement: "Fires are set in bins at night near the school.",
      reason: "It gets worse every night.",
    };
    const results = await Promise.all([
      panel.record(id, ["speeding"]),
      panel.record(id, ["speeding"]),
      ...[1, 2, 3].map(() => addUrgentPriority(panel.deps, panel.sergeant, urgent)),
    ]);
    expect(results.filter((result) => result?.ok === true)).toHaveLength(1);
    expect((await panel.priorities()).filter(({ slot }) => slot !== null)).toHaveLength(3);
  });
});

describe("without a panel", () => {
  it("key individuals decide for two cycles, flagged, and never for a third", async () => {
    panel = await openPanelTest(0, 6);
    for (const number of [1, 2]) {
      if (number > 1) await panel.addCycle(number);
      const id = await panel.convene(number);
      await panel.attend(id, ["Key 1", "Key 2", "Key 3", "Key 4"]);
      await panel.voteAll(id, ["Key 1", "Key 2", "Key 3", "Key 4"]);
      expect(await panel.record(id, ["speeding"])).toEqual({ ok: true });
    }
    expect((await panel.priorities()).map(({ isInterim }) => isInterim)).toEqual([true, true]);
    const [cycle] = await panel.db.select().from(schema.cycles).where(eq(schema.cycles.number, 2));
    expect(cycle?.isInterim).toBe(true);
    await panel.addCycle(3);
    expect(await panel.convenes(3)).toMatchObject(isRefused("as often as it may"));
  });
});
