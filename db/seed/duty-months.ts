import { and, eq, sql } from "drizzle-orm";
import { addMonths, spanOfMonth, type Month } from "#app/domain/abstraction/month.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { agreedVersion, agreement, anchorOf } from "./demonstration/duties/agreement.ts";
import { createClock, dayNumber } from "./demonstration/duties/clock.ts";
import type { DutyTeam } from "./demonstration/duties/force.ts";
import { priorityFinder } from "./demonstration/duties/priority-finder.ts";
import { responseTeamId, responseTeams } from "./demonstration/duties/response-teams.ts";
import { anchorOn, daysAhead, monthsFrom, restated } from "./demonstration/duties/story.ts";
import type { DutyTelling } from "./demonstration/duties/telling.ts";
import { tellMonth } from "./demonstration/duties/tell-month.ts";
import { findDutyPriorities } from "./duty-force.ts";
import { insertAll } from "./insert-all.ts";

// Any constant: it only has to be the same in every process of this platform.
const dutiesLock = 7_203_105_2007;

/** Waits for another process that fills the same; held until the transaction ends. */
export const lockDuties = (tx: Db) => tx.execute(sql`select pg_advisory_xact_lock(${dutiesLock})`);

/** Writes what the duties refer to, once; the month from which the story is told, however often it is begun. */
export function beginFilling(db: Db, now: Date): Promise<Month> {
  return db.transaction(async (tx) => {
    await lockDuties(tx);
    const { abstractionDefinitions } = schema;
    const [agreed] = await tx
      .select({ effectiveFrom: abstractionDefinitions.effectiveFrom })
      .from(abstractionDefinitions)
      .where(eq(abstractionDefinitions.version, agreedVersion))
      .limit(1);
    if (agreed !== undefined) return anchorOf(agreed.effectiveFrom);
    const anchor = anchorOn(londonDay(now));
    const [first] = await tx.select().from(abstractionDefinitions).limit(1);
    if (first === undefined) throw new Error("The first definition is missing.");
    const { definition, codes } = agreement(anchor, first);
    await tx.insert(abstractionDefinitions).values(definition);
    await tx.insert(schema.abstractionDefinitionCodes).values(codes);
    await tx
      .insert(schema.responseTeams)
      .values(
        responseTeams.map(({ code, name, minimum }) => ({ id: responseTeamId(code), code, name, minimum })),
      );
    return anchor;
  });
}

/** How a team's month is told, once what all of them share was read. */
export type Teller = (team: DutyTeam, month: Month) => DutyTelling;

export async function createTeller(db: Db, anchor: Month, now: Date): Promise<Teller> {
  const today = dayNumber(londonDay(now));
  const shared = {
    now: now.getTime(),
    today,
    clock: createClock(),
    responseTeams: responseTeams.map((team) => ({ ...team, id: responseTeamId(team.code) })),
    priorityOn: priorityFinder(await findDutyPriorities(db)),
  };
  return (team, month) => ({
    ...shared,
    team,
    at: monthsFrom(anchor, month),
    first: dayNumber(month),
    last: Math.min(dayNumber(addMonths(month, 1)) - 1, today + daysAhead),
  });
}

export interface Filled {
  duties: number;
  entries: number;
}

/** Fills one team's month, whole or not at all; nothing where it is there. */
export function fillTeamMonth(db: Db, telling: DutyTelling, month: Month): Promise<Filled> {
  const none: Filled = { duties: 0, entries: 0 };
  const { duties, entries } = tellMonth(telling);
  const [first] = duties;
  if (first === undefined) return Promise.resolve(none);
  return db.transaction(async (tx) => {
    await lockDuties(tx);
    const [there] = await tx
      .select({ id: schema.duties.id })
      .from(schema.duties)
      .where(eq(schema.duties.id, first.id ?? ""))
      .limit(1);
    if (there !== undefined) return none;
    const { from, to } = spanOfMonth(month);
    const touched = telling.team.posts.map(({ id }) => ({ postId: id, from, to }));
    await keepFigures(tx, touched, async () => {
      await insertAll(tx, schema.duties, duties);
      await insertAll(tx, schema.abstractionEntries, entries);
    });
    return { duties: duties.length, entries: entries.length };
  });
}

/** When what was logged wrongly was found: long after its month was published. */
export const lateCorrectionAt = (now: Date) => new Date(now.getTime() - 20 * 86_400_000);

/** Whether the late correction of the month that is restated has been made. */
export async function isCorrected(db: Db, late: { id: string }): Promise<boolean> {
  const { abstractionEntries } = schema;
  const [there] = await db
    .select({ id: abstractionEntries.id })
    .from(abstractionEntries)
    .where(and(eq(abstractionEntries.id, late.id), eq(abstractionEntries.version, 2)))
    .limit(1);
  return there !== undefined;
}

/** Corrects an entry late, as an inspector did. */
export function correctLate(
  db: Db,
  late: typeof schema.abstractionEntries.$inferInsert & { id: string },
  inspectorId: string | null,
  now: Date,
): Promise<void> {
  const { abstractionEntries } = schema;
  return db.transaction(async (tx) => {
    await lockDuties(tx);
    await keepFigures(tx, [{ postId: late.postId, from: late.startsAt, to: late.endsAt }], async () => {
      await tx
        .update(abstractionEntries)
        .set({ isLatest: false })
        .where(and(eq(abstractionEntries.id, late.id), eq(abstractionEntries.version, 1)));
      await tx
        .insert(abstractionEntries)
        .values({ ...late, enteredBy: inspectorId, enteredAt: lateCorrectionAt(now) });
    });
  });
}

/** The month that is restated. */
export const restatedMonth = (anchor: Month) => addMonths(anchor, restated.at);
