import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { rollBack } from "#app/services/edition/edition.server.ts";
import { importPostcodes } from "#app/services/postcode/import-postcodes.server.ts";
import { editionInForce } from "#db/queries/edition.ts";
import {
  boundaries,
  editions,
  editionTerms,
  neighbourhoods,
  outsidePostcodes,
  postcodes,
} from "#db/schema/index.ts";
import { testJob } from "#tests/support/job.ts";
import { database, files, inForce, load, sk, usual, usePostcodeTests } from "./postcode-loading.ts";

usePostcodeTests();

describe("the next edition", () => {
  const first =
    "postcode,lat,lng,district\nDE4 9ZY,53.137,-1.5558,E07000035\nDE4 9ZX,53.15,-1.5,E07000035\nDE4 9ZW,53.1,-1.6,E07000035\n";
  const second =
    "postcode,lat,lng,district\nDE4 9ZY,53.137,-1.4,E07000035\nDE4 9ZX,53.15,-1.5,E07000037\nDE4 9ZT,53.1,-1.6,E07000035\n";

  test("the same again changes nothing", async () => {
    const path = await files.write("first.csv", first);
    const { edition } = await load(path);
    const again = await load(path);
    expect(again.result).toEqual({ outcome: "unchanged" });
    expect(again.edition?.id).toBe(edition?.id);
    expect(await database.db.$count(editions)).toBe(1);
  });

  test("says what changed, and goes back", async () => {
    const square = (west: number, east: number) => ({
      type: "Polygon" as const,
      coordinates: [
        [
          [west, 53],
          [east, 53],
          [east, 53.3],
          [west, 53.3],
          [west, 53],
        ],
      ],
    });
    const now = new Date("2026-01-01T00:00:00Z");
    const [edition] = await database.db
      .insert(editions)
      .values({
        noun: "boundaries",
        status: "whole",
        source: "x",
        attribution: "",
        isIllustrative: true,
        digest: "x",
        createdAt: now,
      })
      .returning();
    await database.db
      .insert(editionTerms)
      .values({ noun: "boundaries", editionId: edition?.id ?? "", inForceFrom: now });
    for (const [code, west, east] of [
      ["DD01", -2, -1.52],
      ["DD02", -1.52, -1],
    ] as const) {
      const [one] = await database.db
        .insert(neighbourhoods)
        .values({ code, slug: code.toLowerCase(), createdAt: now })
        .returning();
      await database.db.insert(boundaries).values({
        editionId: edition?.id ?? "",
        neighbourhoodId: one?.id ?? "",
        name: code,
        geometry: square(west, east),
        centreLng: west + 0.1,
        centreLat: 53.1,
      });
    }
    const before = await load(await files.write("first.csv", first));
    const { result, job } = await load(await files.write("second.csv", second));
    expect(result).toMatchObject({ report: { added: 1, gone: 1, changed: 2, moved: 1 } });
    expect(job.said).toEqual(
      expect.arrayContaining(["  1 moved more than 100 m", "  1 in another district", "  DD01 → DD02: 1"]),
    );
    await rollBack(testJob(database.db), "postcodes");
    expect((await editionInForce(database.db, "postcodes"))?.id).toBe(before.edition?.id);
    expect((await inForce()).map(({ postcode }) => postcode)).toEqual(["DE4 9ZW", "DE4 9ZX", "DE4 9ZY"]);
  });

  test("a dry run reports and writes nothing", async () => {
    const { edition } = await load(await files.write("first.csv", first));
    const dry = await load(await files.write("second.csv", second), { isDryRun: true });
    expect(dry.result).toMatchObject({ outcome: "checked", report: { added: 1, gone: 1 } });
    expect(dry.edition?.id).toBe(edition?.id);
    expect(await database.db.$count(editions)).toBe(1);
    expect(await database.db.$count(postcodes)).toBe(3);
  });

  test("warns when the postcodes of other forces are lost", async () => {
    await load(await files.write("sk.csv", sk));
    const { result } = await load(await files.write("first.csv", first));
    expect(result).toMatchObject({
      report: { warnings: [expect.stringContaining("postcodes of other forces")] },
    });
  });

  test("warns of a district without a postcode", async () => {
    const { result } = await load(await files.write("sk.csv", sk));
    expect(result).toMatchObject({
      report: { warnings: ["No postcode lies in E07000035: has the code changed?"] },
    });
  });

  test("stopped while it writes, it leaves the edition in force serving and no row behind", async () => {
    const { edition } = await load(await files.write("first.csv", first));
    const stop = new AbortController();
    const job = testJob(database.db, {
      signal: stop.signal,
      progress: ({ stage }) => {
        if (stage === "Writing postcodes") stop.abort();
      },
    });
    const path = await files.write("sk.csv", sk);
    await expect(importPostcodes(job, { ...usual, path, isSmallerAllowed: true })).rejects.toThrow();
    expect((await editionInForce(database.db, "postcodes"))?.id).toBe(edition?.id);
    expect(await database.db.$count(postcodes)).toBe(3);
    expect(await database.db.$count(outsidePostcodes)).toBe(0);
  });

  test("what a killed import left is cleared, never served", async () => {
    const [leftover] = await database.db
      .insert(editions)
      .values({
        noun: "postcodes",
        status: "staging",
        source: "x",
        attribution: "",
        isIllustrative: false,
        digest: "x",
        createdAt: new Date(0),
      })
      .returning();
    await database.db
      .insert(postcodes)
      .values({ editionId: leftover?.id ?? "", postcode: "DE4 9ZU", districtCode: null });
    expect(await inForce()).toEqual([]);
    await load(await files.write("first.csv", first));
    expect(await inForce()).toHaveLength(3);
    expect(await database.db.$count(postcodes, eq(postcodes.editionId, leftover?.id ?? ""))).toBe(0);
  });
});
