import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SettingsError } from "#app/env.server.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { refuseDemonstration } from "#app/server/refuse-demonstration.ts";
import { importBoundaries } from "#app/services/boundary/import-boundaries.server.ts";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { isLiveOn } from "#db/queries/agreement-live.ts";
import { backupRows, backupTables } from "#db/queries/backup.ts";
import { loadFinderFacts } from "#db/queries/finder.ts";
import { teamOfNeighbourhood } from "#db/queries/team.ts";
import * as schema from "#db/schema/index.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { seedId } from "#db/seed/seed-id.ts";
import type { Db } from "#db/types.ts";
import { openTestFiles } from "#tests/support/archives.ts";
import { boundaryImport, geoJson, threeAreas } from "#tests/support/boundary-files.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";

const filledAt = new Date("2026-06-01T12:00:00Z");
const daysLater = (days: number) => new Date(filledAt.getTime() + days * 86_400_000);

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  await fill(filledAt);
});
afterEach(() => database.close());

async function fill(now: Date) {
  const said: string[] = [];
  await fillDemonstration(database.db, now, (line) => said.push(line));
  return said;
}

/** Every row of every table, postcodes apart. */
async function contents(db: Db) {
  const tables: [string, string[]][] = [];
  for (const table of await backupTables(db)) {
    const rows: string[] = [];
    for await (const page of backupRows(db, table)) rows.push(...page);
    tables.push([table, rows]);
  }
  return tables;
}

describe("an empty database, filled", () => {
  test("holds the force of the inspection: 4 BCUs, 9 partnerships, 103 neighbourhoods, 23 + 175 + 176 posts", async () => {
    const { db } = database;
    const posts = await db
      .select({ kind: schema.postDetails.kind, n: sql<number>`count(*)::int` })
      .from(schema.postDetails)
      .groupBy(schema.postDetails.kind);
    const count = (kind: string) => posts.find((row) => row.kind === kind)?.n;
    expect({
      bcus: await db.$count(schema.bcus),
      partnerships: await db.$count(schema.partnerships),
      neighbourhoods: await db.$count(schema.boundaries),
      sergeants: count("sergeant"),
      constables: count("pc"),
      supportOfficers: count("pcso"),
    }).toEqual({
      bcus: 4,
      partnerships: 9,
      neighbourhoods: 103,
      sergeants: 23,
      constables: 175,
      supportOfficers: 176,
    });
  });

  test("answers each recorded postcode with the neighbourhood it was recorded in", async () => {
    const [finder, facts] = [await loadFinder(database.db), await loadFinderFacts(database.db)];
    const recorded = facts?.recordedPostcodes ?? [];
    const codeOf = new Map(facts?.neighbourhoods.map(({ id, code }) => [id, code]));
    expect(new Set(recorded.map(({ neighbourhoodId }) => neighbourhoodId)).size).toBe(103);
    for (const { postcode, neighbourhoodId } of recorded) {
      expect(finder?.answerPostcode(postcode)).toMatchObject({
        kind: "found",
        answeredBy: "postcode",
        neighbourhood: { code: codeOf.get(neighbourhoodId) },
      });
    }
  });

  test("offers a choice for a postcode of which only the outward code is known, and knows no other county's", async () => {
    const finder = await loadFinder(database.db);
    const answer = finder?.answerPostcode("DE4 9ZZ");
    expect(answer).toMatchObject({ kind: "outward", outward: "DE4" });
    const offered = answer?.kind === "outward" ? answer.alternatives : [];
    expect(offered.length).toBeGreaterThan(1);
    expect(new Set(offered.map(({ district }) => district))).toContain("Derbyshire Dales");
    expect(finder?.answerPostcode("PL1 1AA")).toMatchObject({ kind: "unknown", alternatives: [] });
  });

  test("shows one lead sergeant in the public team of every neighbourhood", async () => {
    const { db } = database;
    const neighbourhoods = await db.select().from(schema.neighbourhoods);
    const sergeants = await Promise.all(
      neighbourhoods.map(async ({ id, code }) => {
        const team = await teamOfNeighbourhood(db, id, londonDay(filledAt));
        return [code, team.filter(({ kind }) => kind === "sergeant").length];
      }),
    );
    expect(sergeants.filter(([, count]) => count !== 1)).toEqual([]);
    expect(sergeants).toHaveLength(103);
  });

  test("lets each agency that somebody speaks for share where it works, but for the one whose agreement lapsed", async () => {
    const { db } = database;
    const members = await db
      .select({ agencyId: schema.accounts.agencyId, areaId: schema.appointments.areaId })
      .from(schema.accounts)
      .innerJoin(schema.appointments, eq(schema.appointments.accountId, schema.accounts.id))
      .where(isNotNull(schema.accounts.agencyId));
    const shut: string[] = [];
    for (const { agencyId, areaId } of members) {
      const parties = await db
        .select({ agreementId: schema.agreementParties.agreementId })
        .from(schema.agreementParties)
        .innerJoin(schema.agreements, eq(schema.agreements.id, schema.agreementParties.agreementId))
        .where(
          and(
            eq(schema.agreementParties.agencyId, agencyId ?? ""),
            areaId === null
              ? undefined
              : or(isNull(schema.agreements.partnershipId), eq(schema.agreements.partnershipId, areaId)),
            isLiveOn(londonDay(filledAt)),
          ),
        );
      if (parties.length === 0) shut.push(agencyId ?? "");
    }
    expect(members.length).toBeGreaterThan(25);
    expect(shut).toEqual([seedId("agency", "erewash-trust")]);
    const states = await db.selectDistinct({ state: schema.agreements.state }).from(schema.agreements);
    expect(states.map(({ state }) => state).sort()).toEqual(["draft", "signed", "terminated"]);
    expect(await db.$count(schema.agencies)).toBeGreaterThanOrEqual(30);
  });

  test("is refused by a real force's server", async () => {
    const refusal: unknown = await refuseDemonstration(database.db).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(SettingsError);
    expect(String(refusal)).toContain("holds the demonstration");
  });
});

describe("a demonstration filled again", () => {
  test.each([
    ["at once", 0],
    ["after seven days", 7],
  ])("%s is as it was", async (_, days) => {
    const before = await contents(database.db);
    expect(await fill(daysLater(days))).toEqual([]);
    expect(await contents(database.db)).toEqual(before);
  });

  test("after more than seven days stands at that day, with the same neighbourhoods and nothing twice", async () => {
    const before = new Map(await contents(database.db));
    const later = daysLater(8);
    expect(await fill(later)).toEqual([
      expect.stringContaining("Refilling"),
      expect.stringContaining("ready"),
    ]);
    const after = new Map(await contents(database.db));
    // The record of what was done is kept, and gains the second filling.
    expect(after.get("audit_events")).toHaveLength(2);
    const countsOf = (held: typeof after) =>
      [...held].flatMap(([table, rows]) => (table === "audit_events" ? [] : [[table, rows.length]]));
    expect(countsOf(after)).toEqual(countsOf(before));
    expect(after.get("boundaries")).toEqual(before.get("boundaries"));
    expect(after.get("post_holdings")).not.toEqual(before.get("post_holdings"));
    const editions = await database.db.select({ at: schema.editions.createdAt }).from(schema.editions);
    expect(new Set(editions.map(({ at }) => at.toISOString()))).toEqual(new Set([later.toISOString()]));
  });

  test("after a month, with a real import in it, is left alone", async () => {
    const files = await openTestFiles();
    const path = await files.write("areas.geojson", geoJson(threeAreas()));
    await importBoundaries(testJob(database.db), boundaryImport(path));
    await files.remove();
    const before = await contents(database.db);
    expect(await fill(daysLater(31))).toEqual([]);
    expect(await contents(database.db)).toEqual(before);
    expect((await loadFinder(database.db))?.neighbourhoods.map(({ code }) => code)).toEqual([
      "T3",
      "T2",
      "T1",
    ]);
  });
});
