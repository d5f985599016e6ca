import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBackup, keepNewest } from "#app/services/backup/create-backup.server.ts";
import { restoreBackup, verifyBackup } from "#app/services/backup/restore-backup.server.ts";
import { editionInForce } from "#db/queries/edition.ts";
import { findForce } from "#db/queries/force.ts";
import { placementsInForce } from "#db/queries/structure.ts";
import * as schema from "#db/schema/index.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-03-02T09:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "backup-"));
let full: TestDatabase;
let empty: TestDatabase;
let path = "";

beforeAll(async () => {
  [full, empty] = [await openTestDatabase(), await openTestDatabase()];
  await fillDemonstration(full.db, now, () => undefined);
  path = await createBackup({ db: full.db, now }, folder);
});
afterAll(async () => {
  await Promise.all([full.close(), empty.close()]);
  rmSync(folder, { recursive: true });
});

describe("a backup", () => {
  it("restores into an empty database, row for row", async () => {
    const { rows } = await verifyBackup(path);
    expect(rows).toBeGreaterThan(2_000);
    await restoreBackup({ db: empty.db, now }, path, { replace: false });
    expect(await placementsInForce(empty.db)).toEqual(await placementsInForce(full.db));
    expect(await findForce(empty.db)).toEqual(await findForce(full.db));
    expect(await editionInForce(empty.db, "teams")).toEqual(await editionInForce(full.db, "teams"));
    const holdings = (db: TestDatabase["db"]) =>
      db
        .select()
        .from(schema.postHoldings)
        .orderBy(sql`1, 2, 3, 6`);
    expect(await holdings(empty.db)).toEqual(await holdings(full.db));
  });

  it("goes on numbering where the restored terms end", async () => {
    const boundaries = await editionInForce(empty.db, "boundaries");
    await empty.db.update(schema.editionTerms).set({ inForceTo: now });
    await empty.db
      .insert(schema.editionTerms)
      .values({ noun: "boundaries", editionId: boundaries?.id ?? "", inForceFrom: now });
    expect(await editionInForce(empty.db, "boundaries")).not.toBeNull();
  });

  it("is not put over what is there unless told to", async () => {
    await expect(restoreBackup({ db: full.db, now }, path, { replace: false })).rejects.toThrow("not empty");
    await restoreBackup({ db: full.db, now }, path, { replace: true });
    expect(await placementsInForce(full.db)).toHaveLength(103);
  });

  it.each([
    [
      "truncated",
      (file: string) => {
        truncateSync(file, 20_000);
      },
    ],
    [
      "no backup at all",
      (file: string) => {
        writeFileSync(file, "hello");
      },
    ],
    [
      "altered",
      (file: string) => {
        writeFileSync(
          file,
          gzipSync(gunzipSync(readFileSync(path)).toString().replace("Gamesley", "Hamesley")),
        );
      },
    ],
    [
      "longer than its seal",
      (file: string) => {
        writeFileSync(
          file,
          gzipSync(`${gunzipSync(readFileSync(path)).toString()}{"table":"people","rows":[]}\n`),
        );
      },
    ],
    [
      "without its seal",
      (file: string) => {
        writeFileSync(
          file,
          gzipSync(gunzipSync(readFileSync(path)).toString().split("\n").slice(0, -2).join("\n")),
        );
      },
    ],
  ])("is refused when %s", async (name, damage) => {
    const copy = join(folder, `${name}.damaged`);
    writeFileSync(copy, readFileSync(path));
    damage(copy);
    await expect(restoreBackup({ db: full.db, now }, copy, { replace: true })).rejects.toThrow(
      /truncated|altered|whole backup|seal/,
    );
    expect(await placementsInForce(full.db)).toHaveLength(103);
  });

  it("keeps only the newest", async () => {
    for (const hour of ["10", "11", "12"])
      await createBackup({ db: full.db, now: new Date(`2026-03-02T${hour}:00:00Z`) }, folder);
    appendFileSync(join(folder, "unrelated.txt"), "stays");
    await keepNewest(folder, 2);
    const names = readdirSync(folder);
    expect(names.filter((name) => name.endsWith(".backup.gz"))).toEqual([
      "2026-03-02T11-00-00-000Z.backup.gz",
      "2026-03-02T12-00-00-000Z.backup.gz",
    ]);
    expect(names).toContain("unrelated.txt");
  });
});
