import { and, asc, desc, eq, gt, inArray, isNull, lte, ne, or, sql, type SQL } from "drizzle-orm";
import type { Scope } from "#app/domain/actor.ts";
import { meetingNeighbourhoods, meetings } from "#db/schema/meeting.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { placements } from "#db/schema/structure.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

// More than any neighbourhood or sergeant has; only bounds.
const mostNeighbourhoods = 5_000;

// Who announced it is not public.
const publicColumns = {
  id: meetings.id,
  reference: meetings.reference,
  kind: meetings.kind,
  state: meetings.state,
  title: meetings.title,
  startsAt: meetings.startsAt,
  endsAt: meetings.endsAt,
  place: meetings.place,
  howToJoin: meetings.howToJoin,
  access: meetings.access,
  whoComes: meetings.whoComes,
  cancelledReason: meetings.cancelledReason,
  writeUp: meetings.writeUp,
  decisions: meetings.decisions,
  attended: meetings.attended,
  changedAt: meetings.changedAt,
  version: meetings.version,
};

const isShown = isNull(meetings.takenDownAt);
const isAhead = (now: Date) => gt(meetings.endsAt, now);

const isIn = (db: Db, which: SQL | undefined) =>
  inArray(
    meetings.id,
    db.select({ id: meetingNeighbourhoods.meetingId }).from(meetingNeighbourhoods).where(which),
  );

const isInNeighbourhood = (db: Db, neighbourhoodId: string) =>
  isIn(db, eq(meetingNeighbourhoods.neighbourhoodId, neighbourhoodId));

/** The meetings of a neighbourhood that are not over, the soonest first; cancelled ones are among them, and say so. */
export const listMeetingsAhead = (db: Db, neighbourhoodId: string, now: Date, limit: number) =>
  db
    .select(publicColumns)
    .from(meetings)
    .where(and(isShown, isAhead(now), isInNeighbourhood(db, neighbourhoodId)))
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
    .limit(limit);

export type PublicMeeting = Awaited<ReturnType<typeof listMeetingsAhead>>[number];

/** The meetings of a neighbourhood that are over, the latest first. */
export const listPastMeetings = (db: Db, neighbourhoodId: string, now: Date, limit: number) =>
  db
    .select(publicColumns)
    .from(meetings)
    .where(and(isShown, lte(meetings.endsAt, now), isInNeighbourhood(db, neighbourhoodId)))
    .orderBy(desc(meetings.startsAt), desc(meetings.id))
    .limit(limit);

/** The meetings of a neighbourhood for calendars, from a moment of the past on. */
export const listMeetingsSince = (db: Db, neighbourhoodId: string, since: Date, limit: number) =>
  db
    .select(publicColumns)
    .from(meetings)
    .where(and(isShown, gt(meetings.endsAt, since), isInNeighbourhood(db, neighbourhoodId)))
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
    .limit(limit);

const placesOf = (db: Db, meetingId: string) =>
  db
    .select({ id: neighbourhoods.id, slug: neighbourhoods.slug })
    .from(meetingNeighbourhoods)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, meetingNeighbourhoods.neighbourhoodId))
    .where(eq(meetingNeighbourhoods.meetingId, meetingId))
    .orderBy(asc(neighbourhoods.slug))
    .limit(mostNeighbourhoods);

/** A meeting with the neighbourhoods that it is for; `takenDownAt` is for the caller to heed. Null where there is none. */
export async function findMeeting(db: Db, reference: string) {
  const [meeting] = await db
    .select({ ...publicColumns, takenDownAt: meetings.takenDownAt })
    .from(meetings)
    .where(eq(meetings.reference, reference))
    .limit(1);
  return meeting === undefined ? null : { ...meeting, neighbourhoods: await placesOf(db, meeting.id) };
}

export type FoundMeeting = NonNullable<Awaited<ReturnType<typeof findMeeting>>>;

/** As `findMeeting`, held until the transaction ends. */
export async function lockMeeting(tx: Db, reference: string): Promise<FoundMeeting | null> {
  await tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(eq(meetings.reference, reference))
    .limit(1)
    .for("update");
  return findMeeting(tx, reference);
}

type NewMeeting = Omit<typeof meetings.$inferInsert, "id">;

/** Adds a meeting for some neighbourhoods; its id, or null where its reference is taken. */
export async function insertMeeting(
  tx: Db,
  meeting: NewMeeting,
  neighbourhoodIds: readonly string[],
): Promise<string | null> {
  const [added] = await tx
    .insert(meetings)
    .values(meeting)
    .onConflictDoNothing({ target: meetings.reference })
    .returning({ id: meetings.id });
  if (added === undefined) return null;
  await tx
    .insert(meetingNeighbourhoods)
    .values(neighbourhoodIds.map((neighbourhoodId) => ({ meetingId: added.id, neighbourhoodId })));
  return added.id;
}

/** Changes a meeting; its version goes up, so that whoever looked at it before is told. */
export async function updateMeeting(
  tx: Db,
  id: string,
  changes: Partial<NewMeeting> & { changedAt: Date },
): Promise<void> {
  await tx
    .update(meetings)
    .set({ ...changes, version: sql`${meetings.version} + 1` })
    .where(eq(meetings.id, id));
}

const isInScope = (db: Db, { isForce, neighbourhoodIds }: Scope) =>
  isForce ? undefined : isIn(db, inArray(meetingNeighbourhoods.neighbourhoodId, [...neighbourhoodIds]));

const staffColumns = {
  reference: meetings.reference,
  kind: meetings.kind,
  state: meetings.state,
  title: meetings.title,
  startsAt: meetings.startsAt,
  endsAt: meetings.endsAt,
  takenDownAt: meetings.takenDownAt,
  neighbourhoodIds: sql<
    string[]
  >`array(select ${meetingNeighbourhoods.neighbourhoodId}::text from ${meetingNeighbourhoods} where ${meetingNeighbourhoods.meetingId} = ${meetings.id})`,
};

const listForStaff = (db: Db, scope: Scope, which: SQL | undefined, limit: number) =>
  db
    .select(staffColumns)
    .from(meetings)
    .where(and(isInScope(db, scope), which))
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
    .limit(limit);

export type StaffMeeting = Awaited<ReturnType<typeof listForStaff>>[number];

/** The meetings within a scope that are not over, the soonest first. */
export const listScopeAhead = (db: Db, scope: Scope, now: Date, limit: number) =>
  listForStaff(db, scope, isAhead(now), limit);

/** The meetings within a scope that are over and not written up, the oldest first. */
export const listToWriteUp = (db: Db, scope: Scope, now: Date, limit: number) =>
  listForStaff(
    db,
    scope,
    and(lte(meetings.endsAt, now), or(eq(meetings.state, "announced"), eq(meetings.state, "held")), isShown),
    limit,
  );

/** The meetings within a scope that were written up or cancelled, the latest first. */
export const listEnded = (db: Db, scope: Scope, now: Date, limit: number) =>
  db
    .select(staffColumns)
    .from(meetings)
    .where(
      and(
        isInScope(db, scope),
        lte(meetings.endsAt, now),
        or(eq(meetings.state, "written-up"), eq(meetings.state, "cancelled")),
      ),
    )
    .orderBy(desc(meetings.startsAt), desc(meetings.id))
    .limit(limit);

/** The neighbourhoods within a scope that have no meeting ahead, with when their last one ended; the longest ago first. */
export async function listWithoutMeetingAhead(db: Db, scope: Scope, now: Date) {
  const lastEnd = sql<Date | null>`max(${meetings.endsAt})`.mapWith(meetings.endsAt);
  return db
    .select({ neighbourhoodId: placements.neighbourhoodId, lastEndedAt: lastEnd })
    .from(placements)
    .leftJoin(meetingNeighbourhoods, eq(meetingNeighbourhoods.neighbourhoodId, placements.neighbourhoodId))
    .leftJoin(
      meetings,
      and(eq(meetings.id, meetingNeighbourhoods.meetingId), ne(meetings.state, "cancelled"), isShown),
    )
    .where(
      and(
        eq(placements.editionId, editionIdAt(db, "structure")),
        scope.isForce ? undefined : inArray(placements.neighbourhoodId, [...scope.neighbourhoodIds]),
      ),
    )
    .groupBy(placements.neighbourhoodId)
    .having(sql`coalesce(max(${meetings.endsAt}), '-infinity') <= ${now.toISOString()}::timestamptz`)
    .orderBy(sql`${lastEnd} nulls first`, asc(placements.neighbourhoodId))
    .limit(mostNeighbourhoods);
}
