import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openMeeting } from "#app/services/tasking/open-meeting.server.ts";
import { renewAgenda } from "#app/services/tasking/renew-agenda.server.ts";
import { addItem, changeItem, removeItem, type ItemToAdd } from "#app/services/tasking/write-item.server.ts";
import * as schema from "#db/schema/index.ts";
import { openCallingDesk, type CallingDesk } from "./calling-desk.ts";
import type { TaskingPerson } from "./tasking-desk.ts";

let desk: CallingDesk;
beforeAll(async () => {
  desk = await openCallingDesk();
});
afterAll(() => desk.close());

describe("the agenda while the meeting is called", () => {
  const item = (change: Partial<ItemToAdd> = {}): ItemToAdd => ({
    section: "analysis",
    title: "Bikes on the rec",
    brief: "Twelve calls in a month, all after school.",
    feedbackLine: "",
    marking: "official-sensitive",
    ...change,
  });

  test("renews itself and keeps what people wrote", async () => {
    const reference = await desk.called();
    expect(await addItem(desk.deps, await desk.as("Analyst"), reference, item())).toEqual({ ok: true });
    expect(
      await addItem(desk.deps, await desk.as("Analyst"), reference, item({ section: "bids" })),
    ).toMatchObject({
      errors: [{ field: "form" }],
    });
    const changed = (await desk.itemsOf(reference)).find(
      ({ priorityId }) => priorityId === desk.id("P-22222"),
    );
    const { id = "", version = 0 } = changed ?? {};
    const words = { title: "Ours", brief: "Our own words.", feedbackLine: "The sergeant writes on Friday." };
    const change = { id, version, ...words, marking: "official" as const };
    expect(await changeItem(desk.deps, await desk.as("Sergeant"), reference, change)).toEqual({ ok: true });
    expect(await changeItem(desk.deps, await desk.as("Sergeant"), reference, change)).toMatchObject({
      ok: false,
    });

    await desk.priority("P-66666", "n1", { slot: 2 });
    await desk.action(5);
    await desk.db
      .update(schema.priorities)
      .set({ state: "lapsed", slot: null })
      .where(eq(schema.priorities.reference, "P-33333"));
    await renewAgenda(desk.deps, await desk.as("Analyst"), reference);
    expect((await desk.itemsOf(reference)).some(({ priorityId }) => priorityId === desk.id("P-66666"))).toBe(
      false,
    );
    await renewAgenda(desk.deps, await desk.as("Sergeant"), reference);
    const items = await desk.itemsOf(reference);
    const titles = items.filter(({ section }) => section === "priorities").map(({ title }) => title);
    expect(titles).toEqual(["Ours", "Speeding P-66666"]);
    expect(items.find((one) => one.id === id)).toMatchObject(words);
    expect(items.find(({ section, isStanding }) => section === "analysis" && !isStanding)?.title).toBe(
      "Bikes on the rec",
    );
    expect((await desk.carriedOf(reference)).map(([number]) => number)).toContain(5);
    // What another group asked on the same priority is not this group's to count; sent twice, an item stands once.
    await desk.action(1, { group: "PB", priority: "P-66666" });
    expect(await addItem(desk.deps, await desk.as("Analyst"), reference, item())).toEqual({ ok: true });
    expect(
      await addItem(desk.deps, await desk.as("Analyst"), reference, item({ brief: "Another." })),
    ).toMatchObject({ errors: [{ field: "title" }] });
    // Nothing of it has changed: a look writes nothing, and holds nothing that others write in.
    const written = async () => ({
      items: (await desk.itemsOf(reference)).map((one) => JSON.stringify(one)),
      locks: await desk.db
        .select({ last: sql<string>`xmax::text` })
        .from(schema.taskingMeetings)
        .where(eq(schema.taskingMeetings.reference, reference)),
    });
    const before = await written();
    await renewAgenda(desk.deps, await desk.as("Sergeant"), reference);
    expect(await written()).toEqual(before);
  });

  test("refuses what belongs elsewhere, and what nobody there may write", async () => {
    const reference = await desk.called();
    const add = async (name: TaskingPerson, change: Partial<ItemToAdd> = {}) =>
      addItem(desk.deps, await desk.as(name), reference, item(change));
    expect(await add("Sergeant", { brief: "For MARAC: her case." })).toMatchObject({
      errors: [{ field: "brief" }],
    });
    expect(await add("Sergeant", { title: " " })).toMatchObject({ errors: [{ field: "title" }] });
    for (const name of ["Constable", "Chief officer"] as const)
      expect(await add(name), name).toMatchObject({ errors: [{ field: "form" }] });
    for (const name of ["Council officer", "Far officer"] as const) expect(await add(name), name).toBeNull();
  });

  test("an item is taken off while nothing was written down of it; a standing one stays", async () => {
    const reference = await desk.called();
    const sergeant = await desk.as("Sergeant");
    await addItem(desk.deps, sergeant, reference, item({ title: "To be taken off" }));
    const own = (await desk.itemsOf(reference)).find(({ isStanding }) => !isStanding)?.id ?? "";
    const standing = (await desk.itemsOf(reference)).find(({ isStanding }) => isStanding)?.id ?? "";
    expect(await removeItem(desk.deps, sergeant, reference, standing)).toMatchObject({ ok: false });
    expect(await removeItem(desk.deps, sergeant, reference, own)).toEqual({ ok: true });
    expect(await removeItem(desk.deps, sergeant, reference, own)).toBeNull();
  });

  test("no longer renews once the meeting has begun; what was closed between the two is said at once", async () => {
    const reference = await desk.called();
    await desk.action(6, {
      state: "done",
      result: "Done.",
      closedAt: desk.now,
      publicLine: "The wall is clean.",
      publicLineState: "proposed",
    });
    const meeting = await desk.meetingOf(reference);
    await desk.db.insert(schema.taskingCarried).values({ meetingId: meeting.id, actionId: desk.id("PA-6") });
    expect(await openMeeting(desk.deps, await desk.as("Housing officer"), reference)).toBeNull();
    expect(await openMeeting(desk.deps, await desk.as("Sergeant"), reference)).toEqual({ ok: true });
    expect(await openMeeting(desk.deps, await desk.as("Sergeant"), reference)).toEqual({ ok: true });
    expect(await desk.carriedOf(reference)).toContainEqual([6, "done"]);
    expect(await desk.carriedOf(reference)).toContainEqual([1, null]);
    const entries = await desk.db
      .select()
      .from(schema.taskingEntries)
      .where(and(eq(schema.taskingEntries.meetingId, meeting.id), eq(schema.taskingEntries.kind, "moment")));
    expect(entries).toHaveLength(1);
    const before = await desk.itemsOf(reference);
    await desk.action(7);
    await renewAgenda(desk.deps, await desk.as("Sergeant"), reference);
    expect(await desk.itemsOf(reference)).toEqual(before);
    expect((await desk.carriedOf(reference)).map(([number]) => number)).not.toContain(7);
  });
});
