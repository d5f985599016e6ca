import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FigureEntry } from "#app/domain/abstraction/attribution.ts";
import { firstCodeTable, type CodeRule } from "#app/domain/abstraction/codes.ts";
import { addMonths, type Month } from "#app/domain/abstraction/month.ts";
import { monthFigures, type FigureDuty } from "#app/domain/abstraction/month-figures.ts";
import { versionsOf } from "#app/domain/abstraction/versions.ts";
import { renewFigures } from "#db/queries/abstraction-figures.ts";
import * as schema from "#db/schema/index.ts";
import { anyHistory } from "./figures-arbitrary.ts";
import {
  openFiguresForce,
  postsIn,
  secondCodeTable,
  secondFrom,
  type FiguresForce,
  type OfPost,
} from "./figures-force.ts";

let force: FiguresForce;

beforeAll(async () => {
  force = await openFiguresForce();
});
afterAll(() => force.close());

// Beyond a year on both sides: an attachment may reach there.
const months: readonly Month[] = Array.from({ length: 16 }, (_, number) => addMonths("2025-11-01", number));
const tables = new Map<number, readonly CodeRule[]>([
  [1, firstCodeTable],
  [2, secondCodeTable],
]);
const definitions = [
  { version: 1, effectiveFrom: "2000-01-01" },
  { version: 2, effectiveFrom: secondFrom },
];

const inOrder = (rows: readonly object[]) =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();

function byTheRules(duties: readonly OfPost<FigureDuty>[], entries: readonly OfPost<FigureEntry>[]) {
  const all = months.flatMap((month) =>
    versionsOf(month, definitions).map((version) => ({
      of: { month, version },
      figures: monthFigures(postsIn(month, force.id, duties, entries), {
        month,
        rules: tables.get(version) ?? [],
      }),
    })),
  );
  const rows = (name: "months" | "codes" | "hours") =>
    inOrder(all.flatMap(({ of, figures }) => figures[name].map((row) => ({ ...of, ...row }))));
  return { months: rows("months"), codes: rows("codes"), hours: rows("hours") };
}

async function asStored() {
  const { db } = force;
  return {
    months: inOrder(await db.select().from(schema.abstractionMonths)),
    codes: inOrder(await db.select().from(schema.abstractionMonthCodes)),
    hours: inOrder(await db.select().from(schema.abstractionMonthHours)),
  };
}

test("of any duties and entries the database works out what the rules do", async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory(force.id), async ({ duties, entries }) => {
      await force.empty();
      if (duties.length > 0) await force.db.insert(schema.duties).values(duties.map(force.storedDuty));
      if (entries.length > 0)
        await force.db.insert(schema.abstractionEntries).values(entries.map(force.stored));
      await renewFigures(force.db, { months, neighbourhoodIds: null });
      expect(await asStored()).toEqual(byTheRules(duties, entries));
    }),
    { numRuns: 60 },
  );
});
