import { and, count, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scopeOf } from "#app/domain/actor.ts";
import { isOpen, openStates } from "#app/domain/priority/open.ts";
import { priorityStates } from "#app/domain/priority/states.ts";
import { extractOf } from "#app/domain/tasking/extract.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { exportExtract } from "#app/services/tasking/export-extract.server.ts";
import { extractFacts } from "#db/queries/strategic-extract.ts";
import { priorities } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";

let desk: TaskingDesk;
const none = { theme: null, area: null };

beforeAll(async () => {
  desk = await openTaskingDesk();
  const themes = ["speeding", "parking", "drugs"] as const;
  const letters = "23456789BCDF";
  // What is signed off needs its papers: the database asks for them.
  const rows = priorityStates
    .filter((state) => state !== "signed-off")
    .flatMap((state, index) =>
      ["n1", "n4"].map((place, at): typeof priorities.$inferInsert => ({
        reference: `P-${letters[index] ?? "Y"}${letters[at] ?? "Y"}222`,
        neighbourhoodId: desk.id(place),
        origin: "partner",
        state,
        // More than three hold a place only where boundaries changed. A refusal that waits for its review holds one too.
        ...(isOpen(state) || state === "declined-by-force"
          ? { slot: index + 4, chosenInId: desk.id("n2") }
          : {}),
        ...(state === "declined-by-force" ? { declineCode: "other", declineReason: "Not ours." } : {}),
        category: themes[index % themes.length] ?? "other",
        title: "A problem",
        statement: "What residents said.",
        adoptedOn: desk.today,
        changedAt: desk.now,
      })),
    );
  await desk.db.insert(priorities).values(rows);
});
afterAll(() => desk.close());

async function extractFor(name: TaskingPerson, filter: Parameters<typeof extractOf>[1] = none) {
  const actor = await desk.as(name);
  const scope = scopeOf(actor, "tasking:read");
  if (scope === null) throw new Error("They read no joint tasking.");
  const facts = await withActor(desk.db, actor, (tx) =>
    extractFacts(tx, scope, taskingReaderOf(actor), desk.today),
  );
  return extractOf(facts, filter, desk.today);
}

test("it lists all live priorities, with the counts of a count, by theme and in sum", async () => {
  const counted = await desk.db
    .select({ category: priorities.category, live: count() })
    .from(priorities)
    .where(inArray(priorities.state, [...openStates]))
    .groupBy(priorities.category);
  const { total, themes, areas } = await extractFor("Chief officer");
  expect(total).toBe(2 * openStates.length);
  expect(new Map(themes.map(({ theme, lines }) => [theme, lines.length]))).toEqual(
    new Map(counted.map(({ category, live }) => [category, live])),
  );
  expect(areas.reduce((sum, area) => sum + area.count, 0)).toBe(total);
});

test("each reads their own area", async () => {
  const inN1 = and(inArray(priorities.state, [...openStates]), eq(priorities.neighbourhoodId, desk.id("n1")));
  expect((await extractFor("Inspector")).total).toBe(await desk.db.$count(priorities, inN1));
  expect((await extractFor("Analyst")).total).toBe(2 * openStates.length);
  const narrowed = await extractFor("Analyst", { theme: null, area: { kind: "partnership", code: "P2" } });
  expect(narrowed.total).toBe(openStates.length);
});

test("what was taken down is not told of", async () => {
  const before = (await extractFor("Chief officer")).total;
  await desk.db.update(priorities).set({ takenDownAt: desk.now }).where(eq(priorities.reference, "P-32222"));
  expect((await extractFor("Chief officer")).total).toBe(before - 1);
  await desk.db.update(priorities).set({ takenDownAt: null }).where(eq(priorities.reference, "P-32222"));
});

test("the download is marked on each line, and recorded", async () => {
  const exported = await exportExtract(desk.deps, await desk.as("Analyst"), none);
  const lines = exported.ok ? exported.csv.trim().split("\r\n") : [];
  expect(lines).toHaveLength(1 + 2 * openStates.length);
  expect(lines.slice(1).every((line) => line.startsWith('"OFFICIAL",'))).toBe(true);
  expect((await desk.auditOf("tasking.export")).at(-1)).toMatchObject({
    details: { rows: lines.length - 1 },
  });
});
