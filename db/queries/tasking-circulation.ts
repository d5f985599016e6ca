import { and, asc, eq, exists, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { accounts } from "#db/schema/account.ts";
import { agencies } from "#db/schema/agency.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import { taskingAttendances, taskingMeetings } from "#db/schema/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { hasLiveAgreement } from "./agreement-live.ts";

// More than any group asks; only a bound.
const mostReaders = 500;

/**
 * Who is entitled to a meeting and its minutes on a day and can be written to: whoever was asked to it, and whoever leads
 * its group; of a partner only while they speak for that agency and its agreement holds. Call it as the platform.
 */
export function readersOfMinutes(db: Db, meetingId: string, day: Day) {
  const one = { one: sql`1` };
  const isAsked = db
    .select(one)
    .from(taskingAttendances)
    .innerJoin(taskingMeetings, eq(taskingMeetings.id, taskingAttendances.meetingId))
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingMeetings.groupId))
    .innerJoin(agencies, eq(agencies.id, taskingAttendances.agencyId))
    .where(
      and(
        eq(taskingMeetings.id, meetingId),
        eq(taskingAttendances.accountId, accounts.id),
        isNull(taskingAttendances.withdrawnAt),
        or(
          and(eq(accounts.kind, "staff"), eq(agencies.kind, "police")),
          and(
            eq(accounts.agencyId, taskingAttendances.agencyId),
            hasLiveAgreement(taskingAttendances.agencyId, taskingGroups.partnershipId, day),
          ),
        ),
      ),
    );
  const leads = db
    .select(one)
    .from(taskingMeetings)
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingMeetings.groupId))
    .where(
      and(
        eq(taskingMeetings.id, meetingId),
        or(eq(taskingGroups.chairId, accounts.id), eq(taskingGroups.deputyId, accounts.id)),
        or(eq(accounts.kind, "staff"), hasLiveAgreement(accounts.agencyId, taskingGroups.partnershipId, day)),
      ),
    );
  return db
    .select({ id: accounts.id, kind: accounts.kind, email: accounts.email })
    .from(accounts)
    .where(and(eq(accounts.status, "active"), isNotNull(accounts.email), or(exists(isAsked), exists(leads))))
    .orderBy(asc(accounts.id))
    .limit(mostReaders);
}
