import { and, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FigureEntry } from "#app/domain/abstraction/attribution.ts";
import { spanOf, type Interval } from "#app/domain/abstraction/intervals.ts";
import type { FigureDuty } from "#app/domain/abstraction/month-figures.ts";
import { renewAllFigures } from "#app/services/abstraction/renew-figures.server.ts";
import { rollBack } from "#app/services/edition/edition.server.ts";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import * as schema from "#db/schema/index.ts";
import { testJob } from "#tests/support/job.ts";
import { anyChanges } from "./figures-arbitrary.ts";
import { openFiguresForce, type FiguresForce, type OfPost } from "./figures-force.ts";

let force: FiguresForce;

beforeAll(async () => {
  force = await openFiguresForce();
});
afterAll(() => force.close());

const overlaps = (one: OfPost<Interval>, other: OfPost<Interval>) =>
  one.post === other.post && one.from < other.to && other.from < one.to;

/** Duties and entries as a sergeant changes them, each change in a transaction that keeps the figures. */
function openDesk({ db, id, stored, storedDuty }: FiguresForce) {
  let duties: (OfPost<FigureDuty> & { id: string })[] = [];
  let entries: (OfPost<FigureEntry> & { version: number })[] = [];
  const ids = new Set<string>();
  const keep = (touched: readonly OfPost<Interval>[], write: (tx: FiguresForce["db"]) => Promise<unknown>) =>
    db.transaction((tx) =>
      keepFigures(
        tx,
        touched.map((one) => ({ postId: id(one.post), ...spanOf(one) })),
        () => write(tx),
      ),
    );
  const nextVersion = async (pick: number, change: Partial<OfPost<FigureEntry>>, isWithdrawn: boolean) => {
    const entry = entries[pick % Math.max(1, entries.length)];
    if (entry === undefined) return;
    const next = { ...entry, ...change, id: entry.id, version: entry.version + 1 };
    const isTaken = entries.some(
      (one) => one.id !== next.id && one.post === next.post && one.from === next.from && one.to === next.to,
    );
    if (isTaken) return;
    await keep([entry, next], async (tx) => {
      const { abstractionEntries: t } = schema;
      await tx
        .update(t)
        .set({ isLatest: false })
        .where(and(eq(t.id, entry.id), eq(t.version, entry.version)));
      await tx
        .insert(t)
        .values({ ...stored(next), version: next.version, isWithdrawn, changeReason: "Wrong" });
    });
    entries = entries.filter((one) => one !== entry);
    if (!isWithdrawn) entries.push(next);
  };
  return {
    duty: async (duty: OfPost<FigureDuty>) => {
      if (duties.some((one) => overlaps(one, duty))) return;
      await keep([duty], async (tx) => {
        const [row] = await tx.insert(schema.duties).values(storedDuty(duty)).returning();
        if (row !== undefined) duties.push({ ...duty, id: row.id });
      });
    },
    removal: async (pick: number) => {
      const duty = duties[pick % Math.max(1, duties.length)];
      if (duty === undefined) return;
      await keep([duty], (tx) => tx.delete(schema.duties).where(eq(schema.duties.id, duty.id)));
      duties = duties.filter((one) => one !== duty);
    },
    entry: async (entry: OfPost<FigureEntry>) => {
      const isTaken = entries.some(
        (one) => one.post === entry.post && one.from === entry.from && one.to === entry.to,
      );
      if (isTaken || ids.has(entry.id)) return;
      ids.add(entry.id);
      await keep([entry], (tx) => tx.insert(schema.abstractionEntries).values(stored(entry)));
      entries.push({ ...entry, version: 1 });
    },
    correction: (pick: number, change: Partial<OfPost<FigureEntry>>) => nextVersion(pick, change, false),
    withdrawal: (pick: number) => nextVersion(pick, {}, true),
  };
}

const renew = () => renewAllFigures(testJob(force.db));

test("after any changes the figures kept are those that working out anew gives", async () => {
  await fc.assert(
    fc.asyncProperty(anyChanges(force.id), async (changes) => {
      await force.empty();
      const desk = openDesk(force);
      for (const one of changes) {
        if (one.kind === "duty") await desk.duty(one.duty);
        else if (one.kind === "entry") await desk.entry(one.entry);
        else if (one.kind === "removal") await desk.removal(one.pick);
        else if (one.kind === "withdrawal") await desk.withdrawal(one.pick);
        else await desk.correction(one.pick, one.entry);
      }
      expect((await renew()).changed).toBe(0);
    }),
    { numRuns: 8 },
  );
});

describe("kept with what they depend on", () => {
  const at = (words: string) => Date.parse(words) / 60_000;
  const entry = { isExempt: false, isAuthorised: true, responseTeam: null };
  const month = async (code: string, first: string) =>
    (await force.db.select().from(schema.abstractionMonths)).find(
      (row) => row.neighbourhoodId === force.id(code) && row.month === first && !row.isSpecial,
    );

  test("an attachment that ends earlier gives back the months after it", async () => {
    await force.empty();
    const desk = openDesk(force);
    for (const day of ["2026-03-02", "2026-04-20", "2026-05-01"])
      await desk.duty({
        post: "half",
        from: at(`${day}T08:00:00Z`),
        to: at(`${day}T16:00:00Z`),
        isConfirmedInTime: true,
      });
    const attached = (id: string, from: string, to: string) =>
      desk.entry({ ...entry, id, post: "half", code: "P1", from: at(from), to: at(to) });
    await attached("00000000-0000-4000-8000-000000000001", "2026-03-01T00:00:00Z", "2026-04-10T00:00:00Z");
    await attached("00000000-0000-4000-8000-000000000002", "2026-04-16T00:00:00Z", "2026-05-10T00:00:00Z");
    expect((await month("n1", "2026-05-01"))?.duty).toBe(0);
    await desk.withdrawal(0);
    expect(await month("n1", "2026-05-01")).toMatchObject({ duty: 48_000_000, abstractedA: 48_000_000 });
    expect((await renew()).changed).toBe(0);
  });

  test("the first duty of a month makes rows of every neighbourhood, with what is established there", async () => {
    await force.empty();
    await openDesk(force).duty({
      post: "half",
      from: at("2026-03-02T08:00:00Z"),
      to: at("2026-03-02T16:00:00Z"),
      isConfirmedInTime: false,
    });
    expect(await month("n2", "2026-03-01")).toMatchObject({ posts: 0, duty: 0, duties: 0 });
    // A third of a sergeant's 40 hours a week and 0.875 of a PCSO's 37, of 31 days.
    expect((await month("n2", "2026-03-01"))?.established).toBe(10_629 * 33_333 + 8_603 * 100_000);
  });

  test("what was written past the platform is found and mended", async () => {
    await force.db.execute(
      sql`update abstraction_months set duty = duty + 1 where neighbourhood_id = ${force.id("n1")}`,
    );
    expect((await renew()).changed).toBeGreaterThan(0);
    expect((await renew()).changed).toBe(0);
  });

  test("teams rolled back change the months that are not over, and those alone", async () => {
    await force.empty();
    const desk = openDesk(force);
    for (const day of ["2026-07-01", "2026-08-03"])
      await desk.duty({
        post: "moved",
        from: at(`${day}T08:00:00Z`),
        to: at(`${day}T16:00:00Z`),
        isConfirmedInTime: false,
      });
    expect((await month("n4", "2026-08-01"))?.duty).toBe(28_800_000);
    await rollBack(testJob(force.db, { now: () => new Date("2026-08-31T22:00:00Z") }), "teams");
    expect(await month("n4", "2026-08-01")).toBeUndefined();
    expect((await month("n2", "2026-08-01"))?.duty).toBe(48_000_000);
    expect((await month("n4", "2026-07-01"))?.duty).toBe(28_800_000);
    expect((await renew()).changed).toBe(0);
  });
});
