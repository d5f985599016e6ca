import { afterEach, describe, expect, it } from "vitest";
import { platform } from "#app/domain/actor.ts";
import { castPanelVotes } from "#app/services/panel/cast-panel-votes.server.ts";
import { declareInterest } from "#app/services/panel/declare-interest.server.ts";
import { readResolutions } from "#app/services/panel/read-resolutions.server.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openPanelTest, type PanelTest } from "./panel-force.ts";
import { now } from "./people-force.ts";

let panel: PanelTest;
afterEach(() => panel.close());

const isRefused = (words: string) => ({
  ok: false,
  errors: [{ message: expect.stringContaining(words) as string }],
});

describe("who votes", () => {
  const voteOf = async (id: string, name: string) => {
    const [item] = await panel.items(id);
    return {
      resolutionId: id,
      votes: [{ itemId: item?.id ?? "", memberId: panel.id(name), choice: "for" as const }],
    };
  };

  it("the police and partners never, not by the service, not by a hand they raised, not in the database", async () => {
    panel = await openPanelTest(8);
    await panel.account("Partner", { kind: "member", agency: "council" });
    await panel.appoint("Partner", "partner");
    await panel.appoint("Partner", "panel-member");
    await panel.appoint("Sergeant", "panel-member");
    const id = await panel.convene();
    const seats = (await panel.members(id)).map(({ accountId }) => accountId);
    expect(seats).not.toContain(panel.id("Partner"));
    expect(seats).not.toContain(panel.id("Sergeant"));
    const seat = (name: string) => ({
      resolutionId: id,
      accountId: panel.id(name),
      capacity: "member" as const,
      isPresent: true,
    });
    await panel.db.insert(schema.resolutionMembers).values([seat("Partner"), seat("Sergeant")]);
    for (const name of ["Partner", "Sergeant"]) {
      const actor = await panel.actor(name, name === "Partner" ? "member" : "staff");
      expect((await castPanelVotes(panel.deps, actor, await voteOf(id, name)))?.ok, name).toBe(false);
      expect((await castPanelVotes(panel.deps, panel.sergeant, await voteOf(id, name)))?.ok, name).toBe(
        false,
      );
      const [item] = await panel.items(id);
      await expect(
        withActor(panel.db, platform(), (tx) =>
          tx
            .insert(schema.panelVotes)
            .values({ itemId: item?.id ?? "", accountId: panel.id(name), choice: "for", at: now }),
        ),
      ).rejects.toMatchObject({ cause: { code: "42501" } });
    }
    expect(await panel.db.select().from(schema.panelVotes)).toEqual([]);
  });

  it("a member for themself alone; whoever sits on another panel finds nothing", async () => {
    panel = await openPanelTest(8);
    await panel.account("Elsewhere", { kind: "member" });
    await panel.appoint("Elsewhere", "panel-member", { kind: "neighbourhood", areaId: panel.id("n4") });
    const id = await panel.convene();
    const first = await panel.asMember("Member 1");
    expect(await castPanelVotes(panel.deps, first, await voteOf(id, "Member 2"))).toBeNull();
    expect(
      await castPanelVotes(panel.deps, await panel.asMember("Elsewhere"), await voteOf(id, "Elsewhere")),
    ).toBeNull();
    expect(await castPanelVotes(panel.deps, first, await voteOf(id, "Member 1"))).toEqual({ ok: true });
    expect(await castPanelVotes(panel.deps, panel.sergeant, await voteOf(id, "Member 2"))).toMatchObject(
      isRefused("Record who was there first"),
    );
    await panel.attend(id, ["Member 2"]);
    expect(await castPanelVotes(panel.deps, panel.sergeant, await voteOf(id, "Member 2"))).toEqual({
      ok: true,
    });
    const others = withActor(panel.db, first, (tx) => tx.select().from(schema.panelVotes));
    expect((await others).map(({ accountId }) => accountId)).toEqual([panel.id("Member 1")]);
  });

  it("not on what they have an interest in: the vote goes, and the quorum without them", async () => {
    panel = await openPanelTest(8);
    const there = ["Member 1", "Member 2", "Member 3", "Member 4"];
    const id = await panel.convene();
    await panel.attend(id, there);
    await panel.voteAll(id, there);
    const [item] = await panel.items(id);
    const interest = { resolutionId: id, itemId: item?.id ?? "" };
    expect(await declareInterest(panel.deps, await panel.asMember("Member 1"), interest)).toEqual({
      ok: true,
    });
    expect(
      await castPanelVotes(panel.deps, await panel.asMember("Member 1"), await voteOf(id, "Member 1")),
    ).toMatchObject(isRefused("declared an interest"));
    expect(await panel.record(id, ["speeding"])).toMatchObject(isRefused("too few members took part"));
    const reasons = { speeding: "Too few could decide on it." };
    expect(await panel.record(id, ["bikes"], { reasons })).toEqual({ ok: true });
    const [decision] = await readResolutions(panel.deps, "request", panel.id("cycle 1"));
    expect(decision?.items[0]).toMatchObject({ title: "speeding", interests: 1, votesFor: 3 });
  });
});
