import { count, eq, sql } from "drizzle-orm";
import { platform } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { impactId, impactRows } from "./demonstration/tasking/impact-rows.ts";
import { toldImpacts } from "./demonstration/tasking/impacts.ts";
import { toldGroups, type ToldGroup } from "./demonstration/tasking/groups.ts";
import type { GroupRows, TaskingRows } from "./demonstration/tasking/rows.ts";
import { filledOn, tellGroup } from "./demonstration/tasking/tell-group.ts";
import { agencyId, groupId } from "./demonstration/tasking/telling.ts";
import { isCutOff, isInvented, serve } from "./filling.ts";
import { insertAll } from "./insert-all.ts";
import { findTaskingOfficers, findWorkedPriorities } from "./tasking-facts.ts";

// Any constant: it only has to be the same in every process of this platform.
const taskingLock = 7_203_106_2007;
// So many meetings are written at once, that whoever visits meanwhile waits for none of it.
const meetingsAtOnce = 4;

/**
 * Fills in two years of joint tasking of a demonstration force that was filled before, while it serves: a few meetings
 * of a group at a time, each whole or not at all. Begun again where it was cut off. Call it after `fillHistory`, whose
 * priorities its actions serve. False where there is nothing left to fill.
 */
export async function fillTasking(
  db: Db,
  now: Date,
  log: (line: string) => void,
  signal?: AbortSignal,
): Promise<boolean> {
  if (isCutOff(signal) || (await isTaskingFilled(db))) return false;
  let meetings = 0;
  for (const [at, group] of toldGroups.entries()) {
    if (isCutOff(signal)) return meetings > 0;
    meetings += await fillGroup(db, group, now, signal);
    if (meetings > 0 && (at % 4 === 3 || at === toldGroups.length - 1))
      log(`The demonstration's joint tasking: ${at + 1} of ${toldGroups.length} groups.`);
  }
  if (isCutOff(signal)) return meetings > 0;
  return finish(db, now, meetings);
}

/** Whether nothing of it is left to fill: what is written last is there, or this demonstration has no agreements. */
async function isTaskingFilled(db: Db): Promise<boolean> {
  if (!(await isInvented(db))) return true;
  const [last] = await db
    .select({ id: schema.impactAssessments.id })
    .from(schema.impactAssessments)
    .where(eq(schema.impactAssessments.id, impactId(toldImpacts.at(-1)?.code ?? "")))
    .limit(1);
  if (last !== undefined) return true;
  // One that was filled by an older version has other agencies.
  const [party] = await db
    .select({ agencyId: schema.agreementParties.agencyId })
    .from(schema.agreementParties)
    .where(eq(schema.agreementParties.agencyId, agencyId("probation")))
    .limit(1);
  return party === undefined;
}

async function fillGroup(
  db: Db,
  group: ToldGroup,
  now: Date,
  signal: AbortSignal | undefined,
): Promise<number> {
  const id = groupId(group.code);
  const [begun] = await db
    .select({ madeAt: schema.taskingGroups.madeAt })
    .from(schema.taskingGroups)
    .where(eq(schema.taskingGroups.id, id))
    .limit(1);
  // What was begun on another day is told as on that day.
  const today = begun === undefined ? londonDay(now) : filledOn(londonDay(begun.madeAt));
  const priorities = group.level === "local" ? await findWorkedPriorities(db, group) : [];
  const officers = await findTaskingOfficers(db, group, today);
  const told = tellGroup(group, { today, officers, priorities });
  if (begun === undefined && !(await writeGroup(db, told.rows))) return 0;
  let written = 0;
  for (let from = 0; from < told.meetings.length; from += meetingsAtOnce) {
    if (isCutOff(signal)) return written;
    written += await writeMeetings(db, id, from, told.meetings.slice(from, from + meetingsAtOnce));
    await serve();
  }
  return written;
}

const lockTasking = (tx: Db) => tx.execute(sql`select pg_advisory_xact_lock(${taskingLock})`);

/** False where somebody has made a group of that code meanwhile. */
const writeGroup = (db: Db, { group, neighbourhoods, members }: GroupRows): Promise<boolean> =>
  db.transaction(async (tx) => {
    await lockTasking(tx);
    const [taken] = await tx
      .select({ id: schema.taskingGroups.id })
      .from(schema.taskingGroups)
      .where(eq(schema.taskingGroups.code, group.code))
      .limit(1);
    if (taken !== undefined) return taken.id === group.id;
    await insertAll(tx, schema.taskingGroups, [group]);
    await insertAll(tx, schema.taskingGroupNeighbourhoods, neighbourhoods);
    await insertAll(tx, schema.taskingMembers, members);
    return true;
  });

/** Writes the meetings of a group from one on, unless it has as many already; how many were written. */
const writeMeetings = (db: Db, id: string, from: number, meetings: readonly TaskingRows[]): Promise<number> =>
  db.transaction(async (tx) => {
    await lockTasking(tx);
    const [held] = await tx
      .select({ meetings: count() })
      .from(schema.taskingMeetings)
      .where(eq(schema.taskingMeetings.groupId, id));
    if (held?.meetings !== from) return 0;
    // Only the platform writes down what was said in a meeting that is over.
    await tx.execute(sql`select set_config('app.actor_kind', 'system', true)`);
    const all = <Row>(rowsOf: (meeting: TaskingRows) => readonly Row[]) => meetings.flatMap(rowsOf);
    await insertAll(
      tx,
      schema.taskingActions,
      all(({ actions }) => actions),
    );
    await insertAll(
      tx,
      schema.taskingActionEvents,
      all(({ actionEvents }) => actionEvents),
    );
    await insertAll(
      tx,
      schema.taskingPublicLines,
      all(({ publicLines }) => publicLines),
    );
    await insertAll(
      tx,
      schema.taskingMeetings,
      all(({ meetings }) => meetings),
    );
    await insertAll(
      tx,
      schema.taskingAttendances,
      all(({ attendances }) => attendances),
    );
    await insertAll(
      tx,
      schema.taskingItems,
      all(({ items }) => items),
    );
    await insertAll(
      tx,
      schema.taskingEntries,
      all(({ entries }) => entries),
    );
    await insertAll(
      tx,
      schema.taskingCarried,
      all(({ carried }) => carried),
    );
    return meetings.length;
  });

const finish = (db: Db, now: Date, meetings: number): Promise<boolean> =>
  db.transaction(async (tx) => {
    await lockTasking(tx);
    if (await isTaskingFilled(tx)) return false;
    const { assessments, neighbourhoods, consultations, reviews, actions } = impactRows(now);
    await insertAll(tx, schema.impactAssessments, assessments);
    await insertAll(tx, schema.impactNeighbourhoods, neighbourhoods);
    await insertAll(tx, schema.impactConsultations, consultations);
    await insertAll(tx, schema.impactReviews, reviews);
    await insertAll(tx, schema.impactActions, actions);
    await recordAudit(tx, platform(), now, {
      action: "demonstration.fill",
      subjectKind: "force",
      subjectId: null,
      details: { taskingGroups: toldGroups.length, taskingMeetings: meetings },
    });
    return true;
  });
