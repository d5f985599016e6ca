import { eq, sql } from "drizzle-orm";
import { addMonths, monthOf, type Month } from "#app/domain/abstraction/month.ts";
import { platform } from "#app/domain/actor.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import { recordAudit } from "#db/queries/audit.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { agreedVersion, agreement, anchorOf } from "./demonstration/duties/agreement.ts";
import { createClock, dayNumber, dayOf } from "./demonstration/duties/clock.ts";
import type { DutyTeam } from "./demonstration/duties/force.ts";
import { priorityFinder } from "./demonstration/duties/priority-finder.ts";
import { responseTeams } from "./demonstration/duties/response-teams.ts";
import { daysAhead, monthsFrom, toldMonthsOf } from "./demonstration/duties/story.ts";
import type { DutyTelling } from "./demonstration/duties/telling.ts";
import { tellMonth } from "./demonstration/duties/tell-month.ts";
import { findDutyPriorities, findDutyTeams } from "./duty-force.ts";
import { insertAll } from "./insert-all.ts";
import { seedId } from "./seed-id.ts";

// Any constant: it only has to be the same in every process of this platform.
const dutiesLock = 7_203_105_2007;

/**
 * Fills in two years of duties of a demonstration force that was filled before, and what they were used for, while it
 * serves: a team's month at a time, each whole or not at all. Begun again where it was cut off. Call it after
 * `fillHistory`, whose priorities went without. False where this is no demonstration, or all of it is there.
 */
export async function fillDuties(
  db: Db,
  now: Date,
  log: (line: string) => void,
  signal?: AbortSignal,
): Promise<boolean> {
  const [force] = await db
    .select({ isDemonstration: schema.forces.isDemonstration })
    .from(schema.forces)
    .limit(1);
  if (force?.isDemonstration !== true || (await isFilled(db))) return false;
  const anchor = await beginFilling(db, now);
  const today = dayNumber(londonDay(now));
  const shared = {
    now: now.getTime(),
    today,
    clock: createClock(),
    responseTeams: responseTeams.map((team) => ({ ...team, id: seedId("response-team", team.code) })),
    priorityOn: priorityFinder(await findDutyPriorities(db)),
  };
  const teams = await findDutyTeams(db);
  const months = toldMonthsOf(anchor, dayOf(today + daysAhead));
  let duties = 0;
  let entries = 0;
  for (const [number, month] of months.entries()) {
    for (const team of teams) {
      if (signal?.aborted === true) return duties > 0;
      const filled = await fillTeamMonth(db, month, {
        ...shared,
        team,
        at: monthsFrom(anchor, month),
        first: dayNumber(month),
        last: Math.min(dayNumber(addMonths(month, 1)) - 1, today + daysAhead),
      });
      duties += filled.duties;
      entries += filled.entries;
      // Whoever visits meanwhile is served in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (duties > 0 && (number % 6 === 5 || number === months.length - 1))
      log(`The demonstration's duties: ${number + 1} of ${months.length} months.`);
  }
  await finishFilling(db, now, { months: months.length, duties, entries });
  return true;
}

/** The last thing that is written says that all is there. */
const lastWritten = seedId("demonstration", "duties");

async function isFilled(db: Db): Promise<boolean> {
  const [last] = await db
    .select({ id: schema.abstractionRequests.id })
    .from(schema.abstractionRequests)
    .where(eq(schema.abstractionRequests.id, lastWritten))
    .limit(1);
  return last !== undefined;
}

/** Writes what the duties refer to, once; the month from which the story is told, however often it is begun. */
function beginFilling(db: Db, now: Date): Promise<Month> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${dutiesLock})`);
    const { abstractionDefinitions } = schema;
    const [agreed] = await tx
      .select({ effectiveFrom: abstractionDefinitions.effectiveFrom })
      .from(abstractionDefinitions)
      .where(eq(abstractionDefinitions.version, agreedVersion))
      .limit(1);
    if (agreed !== undefined) return anchorOf(agreed.effectiveFrom);
    const anchor = monthOf(now);
    const [first] = await tx.select().from(abstractionDefinitions).limit(1);
    if (first === undefined) throw new Error("The first definition is missing.");
    const { definition, codes } = agreement(anchor, first);
    await tx.insert(abstractionDefinitions).values(definition);
    await tx.insert(schema.abstractionDefinitionCodes).values(codes);
    await tx.insert(schema.responseTeams).values(
      responseTeams.map(({ code, name, minimum }) => ({
        id: seedId("response-team", code),
        code,
        name,
        minimum,
      })),
    );
    return anchor;
  });
}

interface Filled {
  duties: number;
  entries: number;
}

const none: Filled = { duties: 0, entries: 0 };

function fillTeamMonth(db: Db, month: Month, telling: DutyTelling): Promise<Filled> {
  const { duties, entries } = tellMonth(telling);
  const [first] = duties;
  if (first === undefined) return Promise.resolve(none);
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${dutiesLock})`);
    if (await isThere(tx, first.id)) return none;
    const span = touchedBy(telling.team, month);
    await keepFigures(tx, span, async () => {
      await insertAll(tx, schema.duties, duties);
      await insertAll(tx, schema.abstractionEntries, entries);
    });
    return { duties: duties.length, entries: entries.length };
  });
}
