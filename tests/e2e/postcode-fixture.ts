import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

const root = dirname(dirname(import.meta.dirname));

/** Rows `pcds,doterm,oslaua,lat,long` loaded as a whole edition, by the command a force's administrator uses. */
export async function importPostcodes(dataDir: string, rows: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "safer-neighbourhoods-postcodes-"));
  const file = join(folder, "ONSPD_test.csv");
  writeFileSync(file, ["pcds,doterm,oslaua,lat,long", ...rows, ""].join("\n"));
  const command = [join(root, "app/cli/data.js"), "postcodes", "import", file, "--force-smaller"];
  await promisify(execFile)(process.execPath, command, {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
  });
  rmSync(folder, { recursive: true, force: true });
}

interface NamedPoint {
  lng: number;
  lat: number;
  name: string;
}

/** WGS84 degrees: a point some 80 m from a border, and one all but on it. */
export interface BorderPoints {
  near: NamedPoint;
  onBorder: NamedPoint;
}

const collectionSchema = z.object({
  features: z.array(
    z.object({ geometry: z.object({ coordinates: z.array(z.array(z.tuple([z.number(), z.number()]))) }) }),
  ),
});
const locatedSchema = z.object({
  neighbourhood: z.object({ name: z.string() }),
  alternatives: z.array(z.unknown()),
  askFirst: z.boolean(),
});

/** Looks for them along the outline of the served boundaries, asking the site itself what lies there. */
export async function pointsNearBorders(siteUrl: string): Promise<BorderPoints> {
  const answer = await fetch(`${siteUrl}/api/v1/neighbourhoods.geojson?detail=exact`);
  const { features } = collectionSchema.parse(await answer.json());
  let near: NamedPoint | undefined;
  let onBorder: NamedPoint | undefined;
  for (const [lng, lat] of features.flatMap(({ geometry }) => geometry.coordinates.flat())) {
    near ??= await tryPoint(siteUrl, lng, lat + 80 / 111_000, false);
    onBorder ??= await tryPoint(siteUrl, lng, lat + 5 / 111_000, true);
    if (near && onBorder) return { near, onBorder };
  }
  throw new Error("no point near a border was found");
}

async function tryPoint(
  siteUrl: string,
  lng: number,
  lat: number,
  askFirst: boolean,
): Promise<NamedPoint | undefined> {
  const answer = await fetch(`${siteUrl}/api/v1/locate?lat=${lat}&lng=${lng}`);
  if (!answer.ok) return undefined;
  const located = locatedSchema.safeParse(await answer.json());
  if (!located.success || located.data.askFirst !== askFirst || located.data.alternatives.length === 0)
    return undefined;
  return { lng, lat, name: located.data.neighbourhood.name };
}
