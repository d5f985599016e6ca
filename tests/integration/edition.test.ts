import { count, eq } from "drizzle-orm";
import { hostname } from "node:os";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { EditionReport } from "#app/domain/edition/edition.ts";
import {
  abandonEdition,
  importEdition,
  putInForce,
  rollBack,
  sameAsInForce,
  stageEdition,
  type StagedEdition,
} from "#app/services/edition/edition.server.ts";
import { editionInForce, editionsInForce, listEditions } from "#db/queries/edition.ts";
import { editions, editionTerms, places } from "#db/schema/index.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.delete(editionTerms);
  await database.db.delete(editions);
});

const report: EditionReport = { read: 1, added: 1, changed: 0, gone: 0, moved: 0, warnings: [], details: [] };
const staged = (digest: string): StagedEdition => ({
  noun: "places",
  source: "places.csv",
  sourceDate: "2026-05-01",
  attribution: "",
  isIllustrative: false,
  digest,
});
const place = (editionId: string, number = 1) => ({
  editionId,
  number,
  name: "Bakewell",
  kind: "town" as const,
  lng: -1.67,
  lat: 53.21,
});
const imported = async (digest: string, now = new Date("2026-06-01T12:00:00Z")) => {
  const deps = testJob(database.db, { now: () => now });
  await importEdition(deps, staged(digest), async (id) => {
    await database.db.insert(places).values(place(id));
    return { report };
  });
};
const inForce = async (at?: Date) => (await editionInForce(database.db, "places", at))?.digest ?? null;
const countOf = async (table: typeof places | typeof editions) =>
  (await database.db.select({ n: count() }).from(table))[0]?.n;

describe("putting an edition in force", () => {
  test("nothing is in force before the first, and a staged one is not", async () => {
    const id = await stageEdition(testJob(database.db), staged("a"));
    expect(await inForce()).toBeNull();
    expect(await editionsInForce(database.db)).toEqual({
      boundaries: null,
      postcodes: null,
      structure: null,
      teams: null,
      places: null,
    });
    await abandonEdition(testJob(database.db), id);
    expect(await countOf(editions)).toBe(0);
  });

  test("old answers stay reproducible by date", async () => {
    await imported("a", new Date("2026-01-01"));
    await imported("b", new Date("2026-02-01"));
    expect(await inForce()).toBe("b");
    expect(await inForce(new Date("2026-01-15"))).toBe("a");
    expect(await inForce(new Date("2025-12-31"))).toBeNull();
    expect((await editionsInForce(database.db)).places?.digest).toBe("b");
  });

  test("a repeated import is recognised", async () => {
    await imported("a");
    expect(await sameAsInForce(database.db, "places", "a")).toBe(true);
    expect(await sameAsInForce(database.db, "places", "b")).toBe(false);
    expect(await sameAsInForce(database.db, "boundaries", "a")).toBe(false);
  });

  test("what joins the transaction is undone with it", async () => {
    await imported("a");
    const deps = testJob(database.db);
    const id = await stageEdition(deps, staged("b"));
    const failing = putInForce(deps, id, report, async (tx) => {
      await tx.update(editions).set({ source: "changed" }).where(eq(editions.digest, "a"));
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect((await editionInForce(database.db, "places"))?.source).toBe("places.csv");
    await abandonEdition(deps, id);
  });
});

describe("rolling back", () => {
  test("returns to the edition before, to the one before that, to nothing, and then refuses", async () => {
    await imported("a");
    await imported("b");
    await imported("c");
    const deps = testJob(database.db);
    await rollBack(deps, "places");
    expect(await inForce()).toBe("b");
    await rollBack(deps, "places");
    expect(await inForce()).toBe("a");
    await rollBack(deps, "places");
    expect(await editionInForce(database.db, "places")).toBeNull();
    await expect(rollBack(deps, "places")).rejects.toThrow("There is no earlier edition of places");
    expect((await listEditions(database.db, "places")).map((term) => term.digest)).toEqual([
      "a",
      "b",
      "c",
      "b",
      "a",
    ]);
  });
});

describe("an import that does not end", () => {
  test("one that throws leaves nothing and the edition in force serves on", async () => {
    await imported("a");
    const failing = importEdition(testJob(database.db), staged("b"), async (id) => {
      await database.db.insert(places).values(place(id));
      throw new Error("disk full");
    });
    await expect(failing).rejects.toThrow("disk full");
    expect(await inForce()).toBe("a");
    expect([await countOf(places), await countOf(editions)]).toEqual([1, 1]);
  });

  test("one that is aborted just before the switch is not put in force", async () => {
    const stop = new AbortController();
    const aborted = importEdition(testJob(database.db, { signal: stop.signal }), staged("b"), () => {
      stop.abort();
      return Promise.resolve({ report });
    });
    await expect(aborted).rejects.toThrow("aborted");
    expect([await inForce(), await countOf(editions)]).toEqual([null, 0]);
  });

  test.each([
    ["on another machine, silent by now,", { host: "another-machine", pid: 1, beat: 7 }],
    ["on this machine, its process gone,", { host: hostname(), pid: 2 ** 30, beat: 7 }],
    ["before a restart under the same number", { host: hostname(), pid: process.pid, beat: 7 }],
    ["with nothing in its claim", {}],
  ])("what a kill left %s is cleared by the next import", async (_, claim) => {
    const { source, noun } = staged("dead");
    const [left] = await database.db
      .insert(editions)
      .values({ ...staged("dead"), noun, source, status: "staging", report: claim, createdAt: new Date() })
      .returning({ id: editions.id });
    const rows = Array.from({ length: 2_345 }, (_, number) => place(left?.id ?? "", number));
    await database.db.insert(places).values(rows);
    await imported("next");
    expect(await inForce()).toBe("next");
    expect([await countOf(places), await countOf(editions)]).toEqual([1, 1]);
  });

  test("a second import of the same noun at once is refused, and the first ends well", async () => {
    const deps = testJob(database.db);
    const id = await stageEdition(deps, staged("first"));
    await expect(stageEdition(deps, staged("second"))).rejects.toThrow("Another import of places is running");
    await putInForce(deps, id, report);
    expect(await inForce()).toBe("first");
  });

  test("an import that still beats on another machine is left alone", async () => {
    const claim = (beat: number) => ({ host: "another-machine", pid: 1, beat });
    const [other] = await database.db
      .insert(editions)
      .values({ ...staged("theirs"), status: "staging", report: claim(0), createdAt: new Date() })
      .returning({ id: editions.id });
    const beatOnce = async (at: number) => {
      await database.db
        .update(editions)
        .set({ report: claim(at) })
        .where(eq(editions.id, other?.id ?? ""));
    };
    let beat = 0;
    const beating = setInterval(() => {
      beat += 1;
      void beatOnce(beat);
    }, 100);
    await expect(stageEdition(testJob(database.db), staged("ours"))).rejects.toThrow("is running");
    clearInterval(beating);
  });

  test("a staged edition keeps its claim beating", async () => {
    const deps = testJob(database.db);
    const id = await stageEdition(deps, staged("slow"));
    await expect
      .poll(async () => (await database.db.select({ report: editions.report }).from(editions))[0]?.report, {
        timeout: 5_000,
      })
      .toMatchObject({ beat: 2 });
    await abandonEdition(deps, id);
  });

  test("of two that begin in the same moment one goes on", async () => {
    const deps = testJob(database.db);
    const both = await Promise.allSettled([stageEdition(deps, staged("x")), stageEdition(deps, staged("y"))]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    for (const one of both) if (one.status === "fulfilled") await abandonEdition(deps, one.value);
  });

  test("a cleared import cannot put itself in force", async () => {
    const deps = testJob(database.db);
    const id = await stageEdition(deps, staged("slow"));
    await abandonEdition(deps, id);
    await expect(putInForce(deps, id, report)).rejects.toThrow("Another import took this one's place");
    expect(await inForce()).toBeNull();
  });
});
