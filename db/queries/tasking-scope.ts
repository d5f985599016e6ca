import { and, eq, exists, inArray, isNull, not, or, sql, type SQL } from "drizzle-orm";
import { taskingLevels } from "#app/domain/tasking/level.ts";
import { isReachedByPart, type TaskingReader } from "#app/domain/tasking/reading.ts";
import type { Day } from "#app/domain/team/day.ts";
import { priorities } from "#db/schema/priority.ts";
import { taskingGroupNeighbourhoods, taskingGroups } from "#db/schema/tasking.ts";
import { taskingActions } from "#db/schema/tasking-action.ts";
import {
  taskingAttendances,
  taskingCarried,
  taskingEntries,
  taskingMeetings,
} from "#db/schema/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { hasLiveAgreement } from "./agreement-live.ts";

// The first wall; row-level security is the second, and says the same by itself. Change both.

const nothing = sql`false`;
const all = sql`true`;
const one = { one: sql`1` };
const isOneOf = (column: Parameters<typeof inArray>[0], ids: readonly string[]) =>
  ids.length === 0 ? nothing : inArray(column, [...ids]);

const agencyOf = (agencyId: string) => sql`${agencyId}::uuid`;

/** That a reader reads all of a group's work; of a query over `taskingGroups`. */
export function readsGroup(db: Db, reader: TaskingReader, today: Day): SQL | undefined {
  if (reader.kind === "system") return all;
  const { accountId, kind, isForce, neighbourhoodIds, agencyIds } = reader;
  const leads =
    accountId === null
      ? nothing
      : or(eq(taskingGroups.chairId, accountId), eq(taskingGroups.deputyId, accountId));
  const hoods = (where: SQL) =>
    exists(
      db
        .select(one)
        .from(taskingGroupNeighbourhoods)
        .where(and(eq(taskingGroupNeighbourhoods.groupId, taskingGroups.id), where)),
    );
  const isTheirs = isOneOf(taskingGroupNeighbourhoods.neighbourhoodId, neighbourhoodIds);
  const byPart = taskingLevels.filter((level) => isReachedByPart(kind, level));
  const isOfArea = isForce
    ? all
    : and(
        not(taskingGroups.isForce),
        hoods(isTheirs),
        or(isOneOf(taskingGroups.level, byPart), not(hoods(not(isTheirs)))),
      );
  if (kind === "staff") return or(leads, isOfArea);
  if (kind !== "member") return nothing;
  return and(
    or(leads, isOfArea),
    or(nothing, ...agencyIds.map((id) => hasLiveAgreement(agencyOf(id), taskingGroups.partnershipId, today))),
  );
}

/** That a reader reads a meeting; of a query over `taskingMeetings` joined with `taskingGroups`. */
export const readsMeeting = (db: Db, reader: TaskingReader, today: Day): SQL | undefined =>
  or(readsGroup(db, reader, today), inArray(taskingMeetings.id, meetingsAskedTo(db, reader, today)));

/** That a reader reads an action; of a query over `taskingActions` joined with `taskingGroups`. */
export function readsAction(db: Db, reader: TaskingReader, today: Day): SQL | undefined {
  const meetings = () => meetingsAskedTo(db, reader, today);
  return or(
    readsGroup(db, reader, today),
    and(
      isOneOf(taskingActions.agencyId, reader.agencyIds),
      hasLiveAgreement(taskingActions.agencyId, taskingGroups.partnershipId, today),
    ),
    reader.kind === "staff" && reader.accountId !== null
      ? eq(taskingActions.ownerId, reader.accountId)
      : undefined,
    // Whoever answers for a priority reads all that serves it, whichever group gave it.
    reader.kind === "staff" && reader.neighbourhoodIds.length > 0
      ? inArray(taskingActions.priorityId, prioritiesOf(db, reader.neighbourhoodIds))
      : undefined,
    // By the action, of which there are a few: the meetings of years hold many others.
    exists(
      db
        .select(one)
        .from(taskingEntries)
        .where(
          and(eq(taskingEntries.actionId, taskingActions.id), inArray(taskingEntries.meetingId, meetings())),
        ),
    ),
    exists(
      db
        .select(one)
        .from(taskingCarried)
        .where(
          and(eq(taskingCarried.actionId, taskingActions.id), inArray(taskingCarried.meetingId, meetings())),
        ),
    ),
  );
}

const prioritiesOf = (db: Db, neighbourhoodIds: readonly string[]) =>
  db
    .select({ id: priorities.id })
    .from(priorities)
    .where(inArray(priorities.neighbourhoodId, [...neighbourhoodIds]));

// Those they were asked to and have not lost since: a partner's only while their agency's agreement holds.
const meetingsAskedTo = (db: Db, { kind, accountId, agencyIds }: TaskingReader, today: Day) =>
  db
    .select({ id: taskingAttendances.meetingId })
    .from(taskingAttendances)
    .innerJoin(taskingMeetings, eq(taskingMeetings.id, taskingAttendances.meetingId))
    .innerJoin(taskingGroups, eq(taskingGroups.id, taskingMeetings.groupId))
    .where(
      and(
        accountId === null ? nothing : eq(taskingAttendances.accountId, accountId),
        isNull(taskingAttendances.withdrawnAt),
        kind === "staff"
          ? undefined
          : and(
              isOneOf(taskingAttendances.agencyId, agencyIds),
              hasLiveAgreement(taskingAttendances.agencyId, taskingGroups.partnershipId, today),
            ),
      ),
    );
