import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countOutside, findOutsideDistrict } from "#app/domain/finder/outside-postcodes.ts";
import type { OutsideOutward, PostcodePoint } from "#app/domain/finder/finder.ts";
import { postcodesCommands } from "#app/cli/postcodes.ts";
import { editionInForce } from "#db/queries/edition.ts";
import { loadOutside, loadPostcodes } from "#db/queries/postcode.ts";
import { distanceMetres } from "#geo/distance.ts";
import { inwardToNumber } from "#geo/postcode.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";

const archive = "../shared/data/postcodes/codepo_gb_2025.4.0_raw.tar.gz";
const derbyshire = "../shared/data/postcodes/postcodes_derbyshire_2025-11.csv";
const districts = "E07000032,E07000033,E07000034,E06000015,E07000035,E07000036,E07000037,E07000038,E07000039";

describe.skipIf(!existsSync(archive))("the whole country, downloaded (skipped without the open data)", () => {
  let database: TestDatabase;
  let server: Server;
  let loaded: PostcodePoint[];
  let outside: OutsideOutward[];
  beforeAll(async () => {
    database = await openTestDatabase();
    server = createServer((request, response) => {
      if (request.url === "/latest") response.writeHead(307, { location: "/codepo_gb.zip" }).end();
      else createReadStream(archive).pipe(response);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const [importCommand] = postcodesCommands;
    await importCommand?.run(testJob(database.db), {
      download: true,
      url: `http://127.0.0.1:${port}/latest`,
      districts,
    });
    const edition = await editionInForce(database.db, "postcodes");
    [loaded, outside] = [
      await loadPostcodes(database.db, edition?.id ?? ""),
      await loadOutside(database.db, edition?.id ?? ""),
    ];
  });
  afterAll(async () => {
    server.close();
    await database.close();
  });

  test("names the release and its date", async () => {
    expect(await editionInForce(database.db, "postcodes")).toMatchObject({
      source: "OS Code-Point Open 2025.4.0",
      date: "2025-10-20",
      attribution: expect.stringContaining("© Crown copyright and database right 2025") as string,
    });
  });

  test("holds every Derbyshire postcode within 3 m of where it should be", () => {
    const expected = new Map(
      readFileSync(derbyshire, "utf8")
        .trimEnd()
        .split("\n")
        .slice(1)
        .map((line) => line.split(","))
        .map(([postcode = "", lat, lng, , , , district]) => [
          postcode,
          { lat: Number(lat), lng: Number(lng), district },
        ]),
    );
    expect(loaded).toHaveLength(26_465);
    const wrong = loaded.filter(({ postcode, lng, lat, districtCode }) => {
      const known = expected.get(postcode);
      if (known === undefined || known.district !== districtCode) return true;
      return !(distanceMetres([lng, lat], [known.lng, known.lat]) < 3);
    });
    expect(wrong).toEqual([]);
  });

  test("knows every other postcode of the country by its district", () => {
    expect(outside.reduce((sum, outward) => sum + countOutside(outward), 0)).toBe(1_719_384);
    const districtOf = (outward: string, inward: string) => {
      const row = outside.find((one) => one.outward === outward);
      return row === undefined ? null : findOutsideDistrict(row, inwardToNumber(inward));
    };
    expect(districtOf("S1", "2HH")).toBe("E08000039");
    expect(districtOf("DE4", "3AG")).toBeNull();
    expect(districtOf("ZZ99", "9ZZ")).toBeNull();
  });
});
