import type { AddressInfo } from "node:net";
import { createFinder } from "#app/domain/finder/create-finder.ts";
import type { FinderFacts, FinderNeighbourhood } from "#app/domain/finder/finder.ts";
import { packOutside } from "#app/domain/finder/outside-postcodes.ts";
import { readEnv } from "#app/env.server.ts";
import { createApiLimits } from "#app/server/api-limits.ts";
import { clientFolder, createServer } from "#app/server/create-server.ts";
import { followInForce, type Facts } from "#app/server/in-force.ts";
import { createLogTo } from "#app/server/log.ts";
import { createMetrics } from "#app/server/metrics/create-metrics.ts";
import { deriveKeys } from "#app/services/keys/keys.server.ts";
import { packageRoot } from "#app/server/package-root.ts";
import { loadBuiltPages } from "#app/server/page-build.ts";
import { setUpStaticFiles } from "#app/server/set-up-static-files.ts";
import { closeServer } from "#app/server/start-and-stop.ts";
import type { Db } from "#db/types.ts";

/** The keys of every test's installation. */
export const testKeys = deriveKeys("a secret for tests, thirty-two characters long");

/** A server of the built pages in this process, listening on a free port of 127.0.0.1. */
export interface ListeningServer {
  url: string;
  host: string;
  port: number;
  /** What it has logged so far. */
  log: () => string;
  /** Puts other facts in force, as an import does. */
  put: (facts: Facts) => Promise<void>;
  close: () => Promise<void>;
}

/** Starts one over `db` and the given facts (two square neighbourhoods unless told). */
export async function listenForTest(
  db: Db,
  settings: Readonly<Record<string, string>> = {},
  facts: Facts = { finder: createFinder(finderFacts), force: null },
): Promise<ListeningServer> {
  let inForceFacts = facts;
  let number = 0;
  let logged = "";
  const log = createLogTo({ write: (line) => void (logged += line) }, "info");
  const source = {
    version: () => Promise.resolve(String(number)),
    load: () => Promise.resolve(inForceFacts),
  };
  const inForce = await followInForce(source, log, 60_000);
  const env = readEnv({ NODE_ENV: "production", DEMO: "on", API_LIMIT_PER_MINUTE: "1000000", ...settings });
  const pages = await loadBuiltPages(packageRoot, (app) => {
    setUpStaticFiles(app, clientFolder);
  });
  const server = await createServer({
    env,
    db,
    inForce,
    keys: testKeys,
    apiLimits: createApiLimits(env.apiLimitPerMinute, testKeys),
    pages,
    metrics: createMetrics({ withProcess: false }),
    log,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    port,
    log: () => logged,
    put: async (next) => {
      inForceFacts = next;
      number += 1;
      await inForce.refresh();
    },
    close: async () => {
      await inForce.stop();
      await closeServer(server);
    },
  };
}

/** A square of 0.1 degrees whose south-west corner is at `west`, 53. */
function square(id: string, code: string, name: string, west: number): FinderNeighbourhood {
  const corner = (lng: number, lat: number): [number, number] => [west + lng, 53 + lat];
  const ring = [corner(0, 0), corner(0.1, 0), corner(0.1, 0.1), corner(0, 0.1), corner(0, 0)];
  return {
    id,
    slug: name.toLowerCase(),
    code,
    name,
    district: "High Peak",
    description: null,
    districtCode: "E07000037",
    centre: corner(0.05, 0.05),
    geometry: { type: "Polygon", coordinates: [ring] },
  };
}

const label = (source: string) => {
  return { id: source, source, date: "2025-11-01", attribution: "", isIllustrative: false };
};

const point = (postcode: string, lng: number, lat: number, terminatedIn: string | null = null) => {
  return { postcode, lng, lat, districtCode: "E07000037", terminatedIn };
};

/** Westly and Eastly, side by side at longitude -1.5, and one postcode for each thing there is to say. */
export const finderFacts: FinderFacts = {
  version: "1",
  editions: { boundaries: label("boundaries"), postcodes: label("postcodes"), places: label("places") },
  neighbourhoods: [
    square("6d6e1f5e-0f57-4c57-8b53-0f2b4d4c5a01", "W1", "Westly", -1.6),
    square("6d6e1f5e-0f57-4c57-8b53-0f2b4d4c5a02", "E1", "Eastly", -1.5),
  ],
  postcodes: [
    point("SK17 1AA", -1.55, 53.05),
    point("SK17 1AB", -1.5012, 53.05),
    point("SK17 1AD", -1.50015, 53.05),
    point("SK17 1AE", -1.39, 53.05),
    point("SK17 1AF", -1.45, 53.05, "2019-06"),
    point("SK17 1AG", Number.NaN, Number.NaN),
  ],
  outside: [packOutside("S1", [{ inward: "2HE", districtCode: "E08000039" }])],
  recordedPostcodes: [{ postcode: "SK22 1AA", neighbourhoodId: "6d6e1f5e-0f57-4c57-8b53-0f2b4d4c5a02" }],
  recordedOutwards: [],
  places: [{ name: "Buxton", kind: "town", lng: -1.55, lat: 53.05, districtCode: null }],
  districts: [{ code: "E07000037", name: "High Peak", slug: "high-peak" }],
};
