import { desc, eq, or, sql } from "drizzle-orm";
import { agencies } from "#db/schema/agency.ts";
import { agencyLeads } from "#db/schema/agency-access.ts";
import { impactAssessments, impactConsultations, impactReviews } from "#db/schema/impact.ts";
import { taskingGroups, taskingMembers } from "#db/schema/tasking.ts";
import { taskingActionEvents, taskingActions } from "#db/schema/tasking-action.ts";
import {
  taskingAttendances,
  taskingCarried,
  taskingEntries,
  taskingMeetings,
} from "#db/schema/tasking-meeting.ts";
import { mostRows, type HeldPart } from "./held-data.ts";

// What was said in joint work is restricted and stays the group's, also from those whose agency may no longer read it.
// A person is told which of it names them; that they did is forgotten with them.

export const heldTaskingSeats: HeldPart = {
  tables: ["tasking_members", "tasking_groups", "agency_leads"],
  read: async (db, { accountId }) => [
    ...(await db
      .select({
        group: taskingGroups.name,
        agency: agencies.name,
        position: taskingMembers.position,
        joinedAt: taskingMembers.joinedAt,
        leftAt: taskingMembers.leftAt,
      })
      .from(taskingMembers)
      .innerJoin(taskingGroups, eq(taskingGroups.id, taskingMembers.groupId))
      .innerJoin(agencies, eq(agencies.id, taskingMembers.agencyId))
      .where(eq(taskingMembers.accountId, accountId))
      .orderBy(desc(taskingMembers.joinedAt))
      .limit(mostRows)),
    ...(await db
      .select({ groupThatYouLead: taskingGroups.name })
      .from(taskingGroups)
      .where(or(eq(taskingGroups.chairId, accountId), eq(taskingGroups.deputyId, accountId)))
      .limit(mostRows)),
    ...(await db
      .select({ agencyThatYouLead: agencies.name, since: agencyLeads.since })
      .from(agencyLeads)
      .innerJoin(agencies, eq(agencies.id, agencyLeads.agencyId))
      .where(eq(agencyLeads.accountId, accountId))
      .limit(mostRows)),
  ],
  erase: async (tx, { accountId }) => {
    await tx.delete(taskingMembers).where(eq(taskingMembers.accountId, accountId));
    await tx.update(taskingGroups).set({ chairId: null }).where(eq(taskingGroups.chairId, accountId));
    await tx.update(taskingGroups).set({ deputyId: null }).where(eq(taskingGroups.deputyId, accountId));
    await tx.delete(agencyLeads).where(eq(agencyLeads.accountId, accountId));
  },
};

export const heldTaskingMeetings: HeldPart = {
  tables: ["tasking_attendances", "tasking_meetings"],
  read: (db, { accountId }) =>
    db
      .select({
        meeting: taskingMeetings.reference,
        startsAt: taskingMeetings.startsAt,
        agency: agencies.name,
        position: taskingAttendances.position,
        state: taskingAttendances.state,
        declaredAt: taskingAttendances.declaredAt,
      })
      .from(taskingAttendances)
      .innerJoin(taskingMeetings, eq(taskingMeetings.id, taskingAttendances.meetingId))
      .innerJoin(agencies, eq(agencies.id, taskingAttendances.agencyId))
      .where(eq(taskingAttendances.accountId, accountId))
      .orderBy(desc(taskingMeetings.startsAt))
      .limit(mostRows),
  erase: async (tx, { accountId }) => {
    await tx
      .update(taskingAttendances)
      .set({ accountId: null, name: null })
      .where(eq(taskingAttendances.accountId, accountId));
    await tx.update(taskingMeetings).set({ chairId: null }).where(eq(taskingMeetings.chairId, accountId));
  },
};

export const heldTaskingSteps: HeldPart = {
  tables: ["tasking_actions", "tasking_action_events", "tasking_entries", "tasking_carried"],
  read: async (db, { accountId }) => [
    ...(await db
      .select({
        action: sql<string>`${taskingGroups.code} || '-' || ${taskingActions.number}`,
        dueOn: taskingActions.dueOn,
        state: taskingActions.state,
      })
      .from(taskingActions)
      .innerJoin(taskingGroups, eq(taskingGroups.id, taskingActions.groupId))
      .where(eq(taskingActions.ownerId, accountId))
      .orderBy(desc(taskingActions.dueOn))
      .limit(mostRows)),
    ...(await db
      .select({ at: taskingActionEvents.at, actionBecame: taskingActionEvents.to })
      .from(taskingActionEvents)
      .where(eq(taskingActionEvents.by, accountId))
      .orderBy(desc(taskingActionEvents.number))
      .limit(mostRows)),
    ...(await db
      .select({ at: taskingEntries.at, writtenDown: taskingEntries.kind })
      .from(taskingEntries)
      .where(eq(taskingEntries.by, accountId))
      .orderBy(desc(taskingEntries.at))
      .limit(mostRows)),
  ],
  erase: async (tx, { accountId }) => {
    await tx.update(taskingActions).set({ ownerId: null }).where(eq(taskingActions.ownerId, accountId));
    await tx.update(taskingActionEvents).set({ by: null }).where(eq(taskingActionEvents.by, accountId));
    await tx.update(taskingEntries).set({ by: null }).where(eq(taskingEntries.by, accountId));
    await tx.update(taskingCarried).set({ by: null }).where(eq(taskingCarried.by, accountId));
  },
};

export const heldImpact: HeldPart = {
  tables: ["impact_assessments", "impact_consultations", "impact_reviews"],
  read: async (db, { accountId }) => [
    ...(await db
      .select({ opened: impactAssessments.reference, at: impactAssessments.openedAt })
      .from(impactAssessments)
      .where(eq(impactAssessments.openedBy, accountId))
      .limit(mostRows)),
    ...(await db
      .select({
        advisedOn: impactAssessments.reference,
        askedAt: impactConsultations.askedAt,
        advice: impactConsultations.advice,
      })
      .from(impactConsultations)
      .innerJoin(impactAssessments, eq(impactAssessments.id, impactConsultations.assessmentId))
      .where(eq(impactConsultations.adviserId, accountId))
      .limit(mostRows)),
    ...(await db
      .select({ reviewedAt: impactReviews.at })
      .from(impactReviews)
      .where(eq(impactReviews.by, accountId))
      .limit(mostRows)),
  ],
  erase: async (tx, { accountId }) => {
    await tx
      .update(impactAssessments)
      .set({ openedBy: null })
      .where(eq(impactAssessments.openedBy, accountId));
    await tx
      .update(impactConsultations)
      .set({ adviserId: null })
      .where(eq(impactConsultations.adviserId, accountId));
    await tx.update(impactReviews).set({ by: null }).where(eq(impactReviews.by, accountId));
  },
};
