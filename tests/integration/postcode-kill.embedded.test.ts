import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countOutside } from "#app/domain/finder/outside-postcodes.ts";
import { openDatabase } from "#db/client.ts";
import { editionInForce } from "#db/queries/edition.ts";
import { loadOutside, loadPostcodes } from "#db/queries/postcode.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const archive = join(root, "../shared/data/postcodes/codepo_gb_2025.4.0_raw.tar.gz");
const child = join(root, "tests/bench/import-postcodes-child.ts");
const allRows = 1_745_849;
const kills = 3;

/** Two editions to go to and fro between, told apart by how many postcodes are the force's. */
const ours = [
  "E07000032",
  "E07000033",
  "E07000034",
  "E06000015",
  "E07000035",
  "E07000036",
  "E07000037",
  "E07000038",
  "E07000039",
];
const editionsByCount = new Map([
  [26_465, ours],
  [26_465 - 2_937, ours.slice(1)],
]);

describe.skipIf(!existsSync(archive))(
  "an import killed at any moment (skipped without the open data)",
  () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "safer-neighbourhoods-kill-"));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    /** Runs an import in a process of its own, killed after `killAfterMs`; answers whether it came to its end. */
    const importIn = (districts: readonly string[], killAfterMs: number) =>
      new Promise<boolean>((resolve) => {
        const input = JSON.stringify({ url: null, dataDir: join(folder, "data"), path: archive, districts });
        const started = spawn(process.execPath, ["--import", "tsx", child, input], {
          cwd: root,
          stdio: "ignore",
        });
        const timer = setTimeout(() => started.kill("SIGKILL"), killAfterMs);
        started.once("exit", (code) => {
          clearTimeout(timer);
          resolve(code === 0);
        });
      });

    /** What a resident would be answered from: counts of the force's and of all others. */
    async function served(): Promise<{ force: number; outside: number }> {
      const database = await openDatabase({
        url: null,
        dataDir: join(folder, "data"),
        migrationsFolder: join(root, "db/migrations"),
      });
      try {
        const edition = await editionInForce(database.db, "postcodes");
        if (edition === null) return { force: 0, outside: 0 };
        const outside = await loadOutside(database.db, edition.id);
        return {
          force: (await loadPostcodes(database.db, edition.id)).length,
          outside: outside.reduce((sum, outward) => sum + countOutside(outward), 0),
        };
      } finally {
        await database.close();
      }
    }

    test("leaves a whole edition serving, and the next import goes through", async () => {
      const began = performance.now();
      expect(await importIn(ours, 120_000)).toBe(true);
      const wholeRunMs = performance.now() - began;
      let killed = 0;
      for (let kill = 0; kill < kills; kill += 1) {
        const before = await served();
        const [next = []] = Array.from(editionsByCount)
          .filter(([count]) => count !== before.force)
          .map(([, codes]) => codes);
        // From half-way on: before that the process only starts and reads.
        const isWhole = await importIn(next, wholeRunMs * (0.4 + Math.random() * 0.5));
        if (!isWhole) killed += 1;
        const after = await served();
        expect(editionsByCount.has(after.force)).toBe(true);
        expect(after.force + after.outside).toBe(allRows);
      }
      expect(killed).toBeGreaterThan(0);
      const [next = []] = Array.from(editionsByCount.values()).toReversed();
      expect(await importIn(next, 120_000)).toBe(true);
      expect(await served()).toEqual({ force: 23_528, outside: allRows - 23_528 });
    }, 600_000);
  },
);
