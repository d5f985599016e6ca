import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/actor.ts";
import { concernCategories } from "#app/domain/concern/categories.ts";
import { readableParts } from "#app/domain/concern/reading.ts";
import { concernSources } from "#app/domain/concern/sources.ts";
import { compareInQueue } from "#app/domain/concern/triage.ts";
import { countQueue, listQueue, type QueueFilter, type QueuedConcern } from "#db/queries/concern-queue.ts";
import { withActor } from "#db/with-actor.ts";
import { now } from "./people-force.ts";
import { ago, openTriageDesk, type TriageDesk } from "./triage-desk.ts";

let desk: TriageDesk;
let sergeant: Actor;
let moderator: Actor;
const states = ["submitted", "triage", "changed", "appealed"] as const;

beforeAll(async () => {
  desk = await openTriageDesk();
  sergeant = await desk.somebody("Sam", "sergeant");
  moderator = await desk.somebody("Mo", "moderator", "force");
  for (let index = 0; index < 60; index += 1) {
    // A few clocks and moments only, so that the order has to go by each of its parts.
    await desk.raise(
      {
        state: states[index % 4] ?? "triage",
        isUrgent: index % 7 === 0,
        triageDueAt: ago((index % 3) * 60 - 90),
        raisedAt: ago(index % 5),
        category: concernCategories[index % 3] ?? "other",
        source: concernSources[index % 2] ?? "online",
        ...(index % 4 === 3 ? { reasonCode: "abusive" } : {}),
      },
      index % 3 === 0 ? "n2" : "n1",
    );
  }
  await desk.published();
  await desk.raise({ state: "withdrawn" });
});
afterAll(() => desk.close());

const list = (actor: Actor, filter: QueueFilter = {}, after: QueuedConcern | null = null, limit = 100) =>
  withActor(desk.db, actor, (tx) => listQueue(tx, readableParts(actor), filter, { now, after, limit }));

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe("the queue", () => {
  it("has what waits, the urgent first, then what is due first", async () => {
    const rows = await list(moderator);
    expect(rows).toHaveLength(60);
    const sorted = [...rows].sort((one, other) =>
      compareInQueue({ ...one, arrivedAt: one.raisedAt }, { ...other, arrivedAt: other.raisedAt }),
    );
    expect(ids(rows)).toEqual(ids(sorted));
  });

  it("page by page has each once", async () => {
    const paged: QueuedConcern[] = [];
    for (;;) {
      const page = await list(moderator, {}, paged.at(-1) ?? null, 7);
      paged.push(...page);
      if (page.length < 7) break;
    }
    expect(ids(paged)).toEqual(ids(await list(moderator)));
  });

  it("is a reader's own area alone, and holds no text", async () => {
    const rows = await list(sergeant);
    expect(rows).toHaveLength(40);
    expect(new Set(rows.map(({ neighbourhoodId }) => neighbourhoodId))).toEqual(new Set([desk.id("n1")]));
    expect(JSON.stringify(rows)).not.toContain("Bikes race");
    expect(await list({ ...sergeant, roles: [] })).toEqual([]);
  });

  it.each<[string, QueueFilter, (row: QueuedConcern) => boolean]>([
    ["a state", { states: ["changed"] }, ({ state }) => state === "changed"],
    ["a category", { category: "asb-personal" }, ({ category }) => category === "asb-personal"],
    ["a source", { source: "phone" }, ({ source }) => source === "phone"],
    ["what is late", { isLate: true }, ({ dueAt }) => dueAt < now],
  ])("narrowed to %s", async (_, filter, isOne) => {
    const all = await list(moderator);
    const rows = await list(moderator, filter);
    expect(rows.length).toBeGreaterThan(0);
    expect(ids(rows)).toEqual(ids(all.filter(isOne)));
  });

  it("narrowed to a neighbourhood, and to a state that waits for nobody", async () => {
    expect(await list(moderator, { neighbourhoodId: desk.id("n2") })).toHaveLength(20);
    expect(await list(moderator, { states: ["withdrawn"] })).toHaveLength(1);
  });

  it("counts what waits and what is late", async () => {
    const late = (await list(sergeant)).filter(({ dueAt }) => dueAt < now).length;
    const counts = await withActor(desk.db, sergeant, (tx) => countQueue(tx, readableParts(sergeant), now));
    expect(counts).toEqual({ waiting: 40, late });
  });

  it("shows a commander appeals and a communications officer what is published", async () => {
    const commander = await desk.somebody("Con", "commander");
    const comms = await desk.somebody("Cas", "communications");
    expect(new Set((await list(commander)).map(({ state }) => state))).toEqual(new Set(["appealed"]));
    expect(await list(comms)).toEqual([]);
    expect(await list(comms, { states: ["published-candidate"] })).toHaveLength(1);
  });
});
