import { and, asc, desc, eq, inArray, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import type { Scope } from "#app/domain/actor.ts";
import type { ResolutionKind, ResolutionState } from "#app/domain/panel/resolution-kinds.ts";
import type { Day } from "#app/domain/team/day.ts";
import { boundaries } from "#db/schema/boundary.ts";
import { cycles } from "#db/schema/cycle.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { resolutionItems, resolutionMembers, resolutions } from "#db/schema/panel.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

const place = sql<string>`coalesce(${boundaries.name}, ${neighbourhoods.code})`;

const isIn = (column: typeof neighbourhoods.id, { isForce, neighbourhoodIds }: Scope): SQL | undefined =>
  isForce ? undefined : inArray(column, [...neighbourhoodIds]);

const namedIn = (db: Db) =>
  and(
    eq(boundaries.editionId, editionIdAt(db, "boundaries")),
    eq(boundaries.neighbourhoodId, neighbourhoods.id),
  );

/** Cycles of a scope that wait for their panel to be called, whoever has waited longest first. */
export const cyclesToConvene = (db: Db, scope: Scope, limit: number) => {
  const decidedOrOpen = sql`exists (select from ${resolutions} where ${resolutions.cycleId} = ${cycles.id}
    and (${resolutions.state} = 'open'
      or (${resolutions.state} = 'decided' and ${resolutions.lowParticipation} is distinct from 'outreach')))`;
  const wasCalled = sql`exists (select from ${resolutions} where ${resolutions.cycleId} = ${cycles.id})`;
  return db
    .select({ id: cycles.id, number: cycles.number, panelEndsOn: cycles.panelEndsOn, place })
    .from(cycles)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, cycles.neighbourhoodId))
    .leftJoin(boundaries, namedIn(db))
    .where(
      and(
        isIn(neighbourhoods.id, scope),
        or(eq(cycles.stage, "panel"), and(inArray(cycles.stage, ["live", "reviewing"]), wasCalled)),
        sql`not ${decidedOrOpen}`,
      ),
    )
    .orderBy(asc(cycles.panelEndsOn), asc(place))
    .limit(limit);
};

const isAsked = sql`exists (select from ${resolutionItems}
  inner join ${resolutions} on ${resolutions.id} = ${resolutionItems.resolutionId}
  where ${resolutionItems.priorityId} = ${priorities.id} and ${resolutions.state} = 'open')`;

/** Urgent priorities of a scope that the panel has not been asked to confirm, those that lapse first before the others. */
export const urgentToConfirm = (db: Db, scope: Scope, today: Day, limit: number) =>
  db
    .select({
      reference: priorities.reference,
      title: priorities.title,
      lapsesOn: priorities.lapsesOn,
      place,
    })
    .from(priorities)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, priorities.neighbourhoodId))
    .leftJoin(boundaries, namedIn(db))
    .where(
      and(
        isIn(neighbourhoods.id, scope),
        eq(priorities.origin, "snt-urgent"),
        inArray(priorities.state, ["adopted", "in-progress"]),
        isNull(priorities.confirmedAt),
        sql`${priorities.lapsesOn} > ${today}::date`,
        sql`not ${isAsked}`,
      ),
    )
    .orderBy(asc(priorities.lapsesOn), asc(priorities.reference))
    .limit(limit);

const selectMeetings = (db: Db, where: SQL | undefined, limit: number) =>
  db
    .select({
      id: resolutions.id,
      kind: resolutions.kind,
      state: resolutions.state,
      round: resolutions.round,
      heldOn: resolutions.heldOn,
      closesAt: resolutions.closesAt,
      decidedAt: resolutions.decidedAt,
      isInterim: resolutions.isInterim,
      slug: neighbourhoods.slug,
      cycleNumber: cycles.number,
      place,
    })
    .from(resolutions)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, resolutions.neighbourhoodId))
    .leftJoin(cycles, eq(cycles.id, resolutions.cycleId))
    .leftJoin(boundaries, namedIn(db))
    .where(where)
    .orderBy(desc(resolutions.heldOn), desc(resolutions.id))
    .limit(limit);

export type ListedMeeting = Awaited<ReturnType<typeof selectMeetings>>[number];

/** A scope's meetings that are open, or that are over; the latest first. */
export const meetingsInScope = (db: Db, scope: Scope, isOpen: boolean, limit: number) => {
  const open: ResolutionState = "open";
  const state = isOpen ? eq(resolutions.state, open) : ne(resolutions.state, open);
  return selectMeetings(db, and(isIn(neighbourhoods.id, scope), state), limit);
};

/** The meetings that somebody sits in or sat in, the latest first. */
export const meetingsOfMember = (db: Db, accountId: string, limit: number) =>
  selectMeetings(
    db,
    inArray(
      resolutions.id,
      db
        .select({ id: resolutionMembers.resolutionId })
        .from(resolutionMembers)
        .where(eq(resolutionMembers.accountId, accountId)),
    ),
    limit,
  );

/** The open meeting of a kind about a priority; null where none is called. */
export async function openMeetingOf(
  db: Db,
  priorityId: string,
  kind: ResolutionKind,
): Promise<{ id: string } | null> {
  const [meeting] = await db
    .select({ id: resolutions.id })
    .from(resolutions)
    .innerJoin(resolutionItems, eq(resolutionItems.resolutionId, resolutions.id))
    .where(
      and(
        eq(resolutionItems.priorityId, priorityId),
        eq(resolutions.kind, kind),
        eq(resolutions.state, "open"),
      ),
    )
    .limit(1);
  return meeting ?? null;
}

/** Priorities of a scope about which residents have answered and no panel has been called. */
export const signOffsToCall = (db: Db, scope: Scope, limit: number) =>
  db
    .select({ reference: priorities.reference, title: priorities.title, place })
    .from(priorities)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, priorities.neighbourhoodId))
    .leftJoin(boundaries, namedIn(db))
    .where(and(isIn(neighbourhoods.id, scope), eq(priorities.state, "panel-decision"), sql`not ${isAsked}`))
    .orderBy(asc(priorities.changedAt), asc(priorities.reference))
    .limit(limit);
