import { inArray } from "drizzle-orm";
import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { platform } from "#app/domain/actor.ts";
import { verifyAudit } from "#app/services/audit/verify-audit.server.ts";
import { renewFigures } from "#db/queries/abstraction-figures.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { testJob } from "#tests/support/job.ts";
import { fillRaceForce, logNow } from "./abstraction-race-force.ts";
import { createRandom } from "./killed-import.ts";
import { addAccount, buildChild, randomEnd, workUntilKilled } from "./killed-work.ts";
import { restorableDatabase, type RestorableDatabase } from "./restorable-database.ts";

const kills = 20;
/** Processes at once, each killed and followed by another. */
const lanes = 2;
const workers = 4;
const longTest = { timeout: 5 * 60_000 };
const seed = Date.now() % 1_000_000;

let database: RestorableDatabase;
let script: string;
beforeAll(async () => {
  database = restorableDatabase();
  script = await buildChild("killed-log-child");
});
afterAll(async () => {
  rmSync(script, { force: true });
  await database.remove();
});

/** The kept figures of the months, and of their codes. */
const readFigures = (db: Db) =>
  withActor(db, platform(), async (tx) => ({
    months: await tx.query.abstractionMonths.findMany({
      orderBy: (t, { asc }) => [asc(t.neighbourhoodId), asc(t.month), asc(t.version), asc(t.isSpecial)],
    }),
    codes: await tx.query.abstractionMonthCodes.findMany({
      orderBy: (t, { asc }) => [
        asc(t.neighbourhoodId),
        asc(t.month),
        asc(t.version),
        asc(t.isSpecial),
        asc(t.code),
      ],
    }),
  }));

/** What is written: the versions of entries, what the audit record says of them, and the figures kept and made anew. */
async function readAll(db: Db) {
  const kept = await readFigures(db);
  await withActor(db, platform(), (tx) =>
    renewFigures(tx, { months: ["2026-11-01"], neighbourhoodIds: null }),
  );
  const anew = await readFigures(db);
  const { entries, recorded } = await withActor(db, platform(), async (tx) => ({
    entries: await tx.select().from(schema.abstractionEntries),
    recorded: await tx
      .select({ id: schema.auditEvents.subjectId })
      .from(schema.auditEvents)
      .where(inArray(schema.auditEvents.action, ["abstraction.log", "abstraction.correct"])),
  }));
  const { findings } = await verifyAudit(testJob(db), []);
  return { kept, anew, entries, recorded, findings };
}

test(
  `${kills} processes killed while they log (seed ${seed}) lose no acknowledged entry and leave the figures right`,
  longTest,
  async () => {
    const accountId = await database.use(async (db) => {
      await fillRaceForce(db, { teams: 6, now: logNow });
      return addAccount(db);
    });
    const random = createRandom(seed);
    const acknowledged: string[] = [];
    const killInTurn = async (lane: number) => {
      for (let at = lane; at < kills; at += lanes) {
        const doom = { run: `run-${at}`, accountId, workers, ...randomEnd(random) };
        acknowledged.push(...(await workUntilKilled(script, database, doom)));
      }
    };
    await Promise.all(Array.from({ length: lanes }, (_, lane) => killInTurn(lane)));

    const { kept, anew, entries, recorded, findings } = await database.use(readAll);
    const written = entries.map(({ id, version }) => `${id} ${version}`);
    const there = new Set(written);
    expect(acknowledged.filter((line) => !there.has(line))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(kills);
    expect(written.length - acknowledged.length).toBeLessThanOrEqual(kills * workers);
    // Each version with its line in the record, and neither without the other.
    expect(recorded.map(({ id }) => id).sort()).toEqual(entries.map(({ id }) => id).sort());
    expect(findings).toEqual([]);
    expect(kept.codes.length).toBeGreaterThan(0);
    expect(kept).toEqual(anew);
    console.info(
      `${kills} processes killed at the log: ${acknowledged.length} acknowledged, ${written.length - acknowledged.length} more committed (seed ${seed})`,
    );
  },
);
