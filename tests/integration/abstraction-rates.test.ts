import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { areaKinds, partsOf, wholeForce, type AreaKind } from "#app/domain/abstraction/area.ts";
import { rateOf } from "#app/domain/abstraction/rate.ts";
import { addUp, type AreaMonth, type RateSums } from "#app/domain/abstraction/sums.ts";
import { platform, type Scope } from "#app/domain/actor.ts";
import { areasIn, findArea } from "#db/queries/abstraction-area.ts";
import { codesOf, hoursOf } from "#db/queries/abstraction-cause.ts";
import { sumsOf } from "#db/queries/abstraction-rate.ts";
import { restatedMonths } from "#db/queries/abstraction-restated.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { openPeopleTest, type PeopleTest } from "./people-force.ts";
import { figure, fillRates, october, september } from "./rate-figures.ts";

let force: PeopleTest;
const read = <Value>(work: (tx: Db) => Promise<Value>) => withActor(force.db, platform(), work);
const sums = (by: AreaKind, within = wholeForce) =>
  read((tx) => sumsOf(tx, { by, within, from: october, to: october }));
const rateWords = ({ duty, abstractedA }: RateSums) => rateOf({ duty, abstracted: abstractedA })?.words;
const scope = (...codes: string[]): Scope => ({
  isForce: false,
  neighbourhoodIds: codes.map((code) => force.id(code)),
  agencyIds: [],
  accountId: null,
});
const everywhere: Scope = { isForce: true, neighbourhoodIds: [], agencyIds: [], accountId: null };

beforeAll(async () => {
  force = await openPeopleTest();
  await fillRates(force);
});
afterAll(() => force.close());

describe("the sums", () => {
  test("are pooled, never means of percentages", async () => {
    const teams = await sums("team");
    expect(teams.map((row) => [row.area.code, rateWords(row)])).toEqual([
      ["T1", "20.0%, over target"],
      ["T2", "2.5%"],
      ["T3", "5.6%"],
    ]);
    // 78 of 1,000 hours; the mean of the teams would be 9.4%, that of the neighbourhoods 15.8%.
    expect((await sums("force")).map(rateWords)).toEqual(["7.8%"]);
  });

  const sumOnly = (row: AreaMonth | RateSums) => addUp([row]);
  test.each(areaKinds.slice(0, 4))("of the parts of each %s are its own", async (kind) => {
    const by = partsOf(kind) ?? "neighbourhood";
    const wholes = await sums(kind);
    expect(wholes.length).toBeGreaterThan(0);
    for (const whole of wholes) expect(addUp(await sums(by, whole.area))).toEqual(sumOnly(whole));
  });

  test("leave special constables apart", async () => {
    const specials = await read((tx) =>
      sumsOf(tx, { by: "force", from: october, to: october, areSpecials: true }),
    );
    expect(specials.map(rateWords)).toEqual(["100.0%, over target"]);
  });

  test("of a month without figures are none", async () => {
    expect(await read((tx) => sumsOf(tx, { by: "force", from: "2026-08-01", to: "2026-08-01" }))).toEqual([]);
    const two = await read((tx) => sumsOf(tx, { by: "team", from: september, to: october }));
    expect(two.map(({ month, area }) => `${month} ${area.code}`)).toEqual([
      "2026-09-01 T1",
      "2026-09-01 T2",
      "2026-10-01 T1",
      "2026-10-01 T2",
      "2026-10-01 T3",
    ]);
  });
});

test("what it was used for comes to what was abstracted", async () => {
  const codes = await read((tx) => codesOf(tx, { within: wholeForce, month: october }));
  expect(codes.map(({ code, responseTeam, countsA }) => [code, responseTeam, countsA])).toEqual([
    ["R1", "D relief", true],
    ["C1", null, true],
    ["A1", null, true],
    ["T1", null, false],
  ]);
  const [whole] = await sums("force");
  const counted = codes.filter(({ countsA }) => countsA).reduce((sum, { shares }) => sum + shares, 0);
  expect(counted).toBe(whole?.abstractedA);
  const [, , section] = [null, null, (await sums("section"))[0]?.area ?? wholeForce];
  expect(await read((tx) => hoursOf(tx, { within: section, month: october }))).toHaveLength(2);
});

test("another definition breaks the series, and the months before it stand both ways", async () => {
  const { db } = force;
  await db.insert(schema.abstractionDefinitions).values({
    version: 2,
    words: "Words",
    notes: "",
    effectiveFrom: "2027-02-01",
    agreedBy: [],
    change: "Court counts.",
    adoptedAt: new Date(),
  });
  await db
    .insert(schema.abstractionMonths)
    .values([
      figure(force, "n1", "2027-01-01", { duty: 100, a: 10 }),
      figure(force, "n1", "2027-01-01", { duty: 100, a: 12, version: 2 }),
      figure(force, "n1", "2027-02-01", { duty: 100, a: 13, version: 2 }),
    ]);
  const rows = await read((tx) => sumsOf(tx, { by: "force", from: "2027-01-01", to: "2027-02-01" }));
  expect(rows.map(({ month, version, isInForce }) => [month, version, isInForce])).toEqual([
    ["2027-01-01", 1, true],
    ["2027-01-01", 2, false],
    ["2027-02-01", 2, true],
  ]);
});

test("restated months are those whose figure was published again", async () => {
  const sum = {
    posts: 1,
    established: 1,
    duty: 1,
    abstractedA: 0,
    abstractedB: 0,
    exempt: 0,
    lent: 0,
    duties: 1,
    confirmed: 1,
  };
  const published = (more: {
    scope: "force" | "neighbourhood";
    scopeId: string | null;
    period: "month" | "quarter";
    startsOn: string;
    revision: number;
  }) => ({
    ...sum,
    ...more,
    scopeKey: more.scopeId ?? "",
    version: 1,
    publishedAt: new Date(),
    restatement: more.revision === 1 ? null : "Late entries",
  });
  await force.db.insert(schema.abstractionPublished).values([
    published({ scope: "force", scopeId: null, period: "month", startsOn: september, revision: 1 }),
    published({ scope: "force", scopeId: null, period: "month", startsOn: october, revision: 1 }),
    published({ scope: "force", scopeId: null, period: "month", startsOn: october, revision: 2 }),
    published({
      scope: "neighbourhood",
      scopeId: force.id("n1"),
      period: "quarter",
      startsOn: "2026-07-01",
      revision: 2,
    }),
  ]);
  const span = { from: "2026-08-01", to: october };
  expect(await read((tx) => restatedMonths(tx, wholeForce, span))).toEqual([october]);
  const n1 = { kind: "neighbourhood" as const, id: force.id("n1") };
  expect(await read((tx) => restatedMonths(tx, n1, span))).toEqual(["2026-08-01", september]);
});

describe("a reader's area", () => {
  const find = (of: Scope, kind: AreaKind, code: string) =>
    read(async (tx) => (await findArea(tx, of, { kind, code }))?.area.code ?? null);

  test("is where the dashboard opens", async () => {
    const home = (of: Scope) => read((tx) => findArea(tx, of, null));
    expect((await home(scope("n1", "n2")))?.area.code).toBe("T1");
    expect((await home(scope("n1", "n3")))?.area.code).toBe("S1");
    expect((await home(scope("n1")))?.path.map(({ code }) => code)).toEqual(["", "B1", "S1", "T1"]);
    expect((await home(everywhere))?.area).toEqual(wholeForce);
  });

  test.each<[AreaKind, string, boolean]>([
    ["force", "", true],
    ["bcu", "B1", true],
    ["section", "S2", true],
    ["team", "T1", true],
    ["team", "T3", false],
    ["neighbourhood", "n2", true],
    ["neighbourhood", "n4", false],
    ["team", "nowhere", false],
  ])("%s %s of a sergeant of T1: %s", async (kind, code, isThere) => {
    expect(await find(scope("n1", "n2"), kind, code)).toBe(isThere ? code : null);
    if (code !== "nowhere") expect(await find(everywhere, kind, code)).toBe(code);
  });

  test("limits the teams and neighbourhoods that are named", async () => {
    const named = (of: Scope, by: AreaKind) =>
      read(async (tx) => (await areasIn(tx, of, { by, within: wholeForce })).map(({ code }) => code));
    expect(await named(scope("n1"), "section")).toEqual(["S1", "S2"]);
    expect(await named(scope("n1"), "team")).toEqual(["T1"]);
    expect(await named(scope("n1", "n3"), "neighbourhood")).toEqual(["n1", "n3"]);
    expect(await named(everywhere, "team")).toEqual(["T1", "T2", "T3"]);
  });
});

describe("after a merger", () => {
  beforeAll(async () => {
    const { db, id } = force;
    const merged = { noun: "structure" as const, status: "whole" as const, source: "test", attribution: "" };
    await db
      .insert(schema.editions)
      .values({ id: id("merged"), ...merged, isIllustrative: true, digest: "", createdAt: new Date() });
    const since = new Date("2026-12-15T00:00:00Z");
    await db
      .update(schema.editionTerms)
      .set({ inForceTo: since })
      .where(eq(schema.editionTerms.editionId, id("structure")));
    await db
      .insert(schema.editionTerms)
      .values({ noun: "structure", editionId: id("merged"), inForceFrom: since });
    const [place] = await db
      .select()
      .from(schema.placements)
      .where(eq(schema.placements.neighbourhoodId, id("n3")));
    if (place === undefined) throw new Error("n3 lies nowhere.");
    // T1 goes into T2, and n4 is gone.
    const codes = ["n1", "n2", "n3"];
    await db
      .insert(schema.placements)
      .values(codes.map((code) => ({ ...place, editionId: id("merged"), neighbourhoodId: id(code) })));
  });

  test("the months before it stay whose they were", async () => {
    expect((await sums("team")).map((row) => [row.area.code, row.area.name, rateWords(row)])).toEqual([
      ["T1", "T1", "20.0%, over target"],
      ["T2", "T2", "2.5%"],
      ["T3", "T3", "5.6%"],
    ]);
    expect((await sums("force")).map(rateWords)).toEqual(["7.8%"]);
    const t1 = { kind: "team" as const, id: force.id("T1") };
    expect(await read((tx) => codesOf(tx, { within: t1, month: october }))).not.toEqual([]);
  });

  test("those after it are its own", async () => {
    const january = { from: "2027-01-01", to: "2027-01-01" };
    const teams = await read((tx) => sumsOf(tx, { by: "team", ...january }));
    expect([...new Set(teams.map(({ area }) => area.code))]).toEqual(["T2"]);
  });
});
