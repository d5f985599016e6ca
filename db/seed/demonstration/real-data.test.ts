import { existsSync, readFileSync } from "node:fs";

import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import whichPolygon from "which-polygon";
import { z } from "zod";

import { buildDemonstrationForce } from "./build.ts";

const postcodesFile = new URL(
  "../../../../shared/data/postcodes/postcodes_derbyshire_2025-11.csv",
  import.meta.url,
);
const reportFile = new URL("../../../../shared/reference/hmic-derbyshire-2007.txt", import.meta.url);

const rowsSchema = z.array(
  z.object({ postcode: z.string(), lat: z.coerce.number(), lng: z.coerce.number(), lad: z.string() }),
);

const demonstration = buildDemonstrationForce(new Date("2026-11-23T09:00:00Z"));

// Needs the open data beside the project; without it there is nothing to compare with.
describe.skipIf(!existsSync(postcodesFile))(
  "the demonstration against real postcodes (../shared/data)",
  () => {
    const homeOf = new Map<string, string | undefined>();
    let rows: z.infer<typeof rowsSchema> = [];

    beforeAll(() => {
      rows = rowsSchema.parse(parse(readFileSync(postcodesFile), { columns: true }));
      const find = whichPolygon({
        type: "FeatureCollection",
        features: demonstration.neighbourhoods.map(({ code, geometry }) => ({
          type: "Feature",
          properties: { code },
          geometry,
        })),
      });
      for (const { postcode, lng, lat } of rows) homeOf.set(postcode, find([lng, lat])?.code);
    }, 60_000);

    it("finds every recorded postcode inside its own neighbourhood", () => {
      for (const { code, recordedPostcodes } of demonstration.neighbourhoods) {
        for (const { postcode } of recordedPostcodes)
          expect([postcode, homeOf.get(postcode)]).toEqual([postcode, code]);
      }
    });

    it("puts at least 95 percent of the county's postcodes in the right district", () => {
      const districtOf = new Map(
        demonstration.neighbourhoods.map(({ code, partnershipCode }) => [code, partnershipCode]),
      );
      const right = rows.filter(({ postcode, lad }) => districtOf.get(homeOf.get(postcode) ?? "") === lad);
      expect(right.length / rows.length).toBeGreaterThan(0.95);
    });

    it("offers the right neighbourhood for the outward code of at least 97 percent of postcodes", () => {
      const choices = new Map(
        demonstration.outwards.map(({ outward, neighbourhoodCodes }) => [
          outward,
          new Set(neighbourhoodCodes),
        ]),
      );
      const offered = rows.filter(({ postcode }) =>
        choices.get(postcode.split(" ")[0] ?? "")?.has(homeOf.get(postcode) ?? ""),
      );
      expect(offered.length / rows.length).toBeGreaterThan(0.97);
      expect(rows.filter(({ postcode }) => !choices.has(postcode.split(" ")[0] ?? ""))).toEqual([]);
    });
  },
);

// Needs the inspection report beside the project.
describe.skipIf(!existsSync(reportFile))(
  "the demonstration against the 2007 report (../shared/reference)",
  () => {
    it("shares no surname with any capitalised word of it, and no number of five digits or more", () => {
      const report = readFileSync(reportFile, "utf8");
      const words = new Set(report.match(/\b[A-Z][a-z]+/g));
      expect(demonstration.people.filter(({ surname }) => words.has(surname))).toEqual([]);
      const numbers = new Set(report.match(/\d{5,}/g));
      const telephones = demonstration.teams.map(({ telephone }) => telephone.replaceAll(" ", ""));
      expect([...telephones, demonstration.force.telephone].filter((number) => numbers.has(number))).toEqual(
        [],
      );
    });
  },
);
