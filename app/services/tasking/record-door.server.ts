import { done, refused, type Change, type FieldError } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { attendanceInWords, whyNotPresent } from "#app/domain/tasking/door.ts";
import type { AttendanceState } from "#app/domain/tasking/meeting.ts";
import { mayRecord } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import {
  listAttendances,
  liveAgreementsOf,
  updateDoor,
  type Attendee,
  type DoorRow,
} from "#db/queries/tasking-attendance.ts";
import { appendEntry, findEntryNumber } from "#db/queries/tasking-entry.ts";
import type { HeldMeeting } from "#db/queries/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { asPlatform } from "#db/with-actor.ts";
import { changeTaskingMeeting, type TaskingDeps } from "./change-meeting.server.ts";

/** What was found of one person. */
export interface FoundAtDoor {
  id: string;
  state: AttendanceState;
  isDeclared: boolean;
}

/** Whom a meeting expects, and the agreements of their agencies that hold today. */
export const readDoor = (tx: Db, { meeting, group }: HeldMeeting, now: Date) =>
  // The agreements of other agencies are nobody else's to look at, but that they hold is.
  asPlatform(tx, async () => {
    const attendees = await listAttendances(tx, meeting.id);
    const agencyIds = [...new Set(attendees.map(({ agencyId }) => agencyId))];
    const agreements = await liveAgreementsOf(tx, agencyIds, group.partnershipId, londonDay(now));
    return { attendees, agreements };
  });

/**
 * Records who came: nobody is present whose agency has no live agreement, or who did not make the declaration. Once the
 * meeting sits it is written down as an entry, under the screen's key. Null where the actor has no such meeting.
 */
export const recordDoor = (
  deps: TaskingDeps,
  actor: Actor,
  reference: string,
  { people, key }: { people: readonly FoundAtDoor[]; key: string },
): Promise<Change | null> =>
  changeTaskingMeeting(deps, actor, reference, async (tx, held) => {
    const { now } = deps;
    const { meeting, group } = held;
    if (!mayRecord(actor, group)) return refused("form", "Only whoever records in this group keeps its door");
    if (meeting.state !== "called" && meeting.state !== "open")
      return refused("form", "The minutes of this meeting are finished, or it was cancelled");
    if ((await findEntryNumber(tx, meeting.id, key)) !== null) return done;
    const { attendees, agreements } = await readDoor(tx, held, now);
    const wanted = new Map(people.map((person) => [person.id, person]));
    const errors: FieldError[] = [];
    const rows: DoorRow[] = [];
    for (const attendee of attendees) {
      const found = wanted.get(attendee.id);
      if (found === undefined) continue;
      const agreement = agreements.get(attendee.agencyId);
      const row = rowOf(attendee, found, agreement?.id ?? null, now);
      const why = found.state === "present" ? whyNot(attendee, row, agreement !== undefined) : null;
      if (why !== null) errors.push({ field: `people[${people.indexOf(found)}].state`, message: why });
      else if (isOther(attendee, row)) rows.push(row);
    }
    if (errors.length > 0) return { ok: false, errors };
    if (rows.length === 0) return done;
    await updateDoor(tx, meeting.id, rows);
    const after = new Map(rows.map((row) => [row.id, row.state]));
    const states = attendees.map(({ id, state }) => after.get(id) ?? state);
    if (meeting.state === "open")
      await appendEntry(tx, meeting.id, {
        kind: "attendance",
        words: attendanceInWords(states),
        key,
        by: actor.accountId,
        at: now,
      });
    await recordAudit(tx, actor, now, {
      action: "tasking.attend",
      subjectKind: "tasking-meeting",
      subjectId: meeting.id,
      details: { changed: rows.length, present: states.filter((state) => state === "present").length },
    });
    return done;
  });

const rowOf = (
  { id, declaredAt }: Attendee,
  { state, isDeclared }: FoundAtDoor,
  agreementId: string | null,
  now: Date,
): DoorRow => ({
  id,
  state,
  // What somebody declared is not taken back at the door.
  declaredAt: declaredAt ?? (isDeclared ? now : null),
  agreementId: state === "present" ? agreementId : null,
});

const whyNot = ({ agency, agencyKind }: Attendee, { declaredAt }: DoorRow, hasAgreement: boolean) =>
  whyNotPresent({ agency, agencyKind, hasAgreement }, declaredAt !== null);

const isOther = (before: Attendee, after: DoorRow) =>
  before.state !== after.state ||
  before.agreementId !== after.agreementId ||
  before.declaredAt?.getTime() !== after.declaredAt?.getTime();
