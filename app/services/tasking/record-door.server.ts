import { done, refused, type Change, type FieldError } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { changedMeanwhile, stateAtDoor, whyNotPresent } from "#app/domain/tasking/door.ts";
import type { AttendanceState } from "#app/domain/tasking/meeting.ts";
import { mayRecordIn } from "#app/domain/tasking/presiding.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { listAttendances, type Attendee } from "#db/queries/tasking-attendance.ts";
import { liveAgreementsOf, type DoorRow } from "#db/queries/tasking-door.ts";
import type { HeldMeeting } from "#db/queries/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { asPlatform } from "#db/with-actor.ts";
import { changeTaskingMeeting, type TaskingDeps } from "./change-meeting.server.ts";
import { holdSeats, writeDoor } from "./write-door.server.ts";

/** What was found of one person. */
export interface FoundAtDoor {
  id: string;
  /** How they stood when the page was drawn: what it did not change is nobody's finding. */
  was: AttendanceState;
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
 * Records who came: nobody is present whose agency has no live agreement, or who did not make the declaration. What
 * somebody else recorded meanwhile stays, or is asked about. Null where the actor has no such meeting.
 */
export const recordDoor = (
  deps: TaskingDeps,
  actor: Actor,
  reference: string,
  { people, key }: { people: readonly FoundAtDoor[]; key: string },
): Promise<Change | null> =>
  changeTaskingMeeting(deps, actor, reference, async (tx, held) => {
    const { now } = deps;
    const { meeting } = held;
    if (!mayRecordIn(actor, held))
      return refused("form", "Only whoever records in this meeting keeps its door");
    if (meeting.state !== "called" && meeting.state !== "open")
      return refused("form", "The minutes of this meeting are finished, or it was cancelled");
    await holdSeats(tx, meeting.id);
    const { attendees, agreements } = await readDoor(tx, held, now);
    const wanted = new Map(people.map((person) => [person.id, person]));
    const errors: FieldError[] = [];
    const rows: DoorRow[] = [];
    for (const attendee of attendees) {
      const found = wanted.get(attendee.id);
      if (found === undefined) continue;
      const state = stateAtDoor(attendee.state, found);
      // Whoever was let in stays in: an agreement that ends at midnight does not undo that they came.
      if (state === "present" && attendee.state === "present") continue;
      const agreement = agreements.get(attendee.agencyId);
      const row = rowOf(
        attendee,
        { state: state ?? found.state, isDeclared: found.isDeclared },
        agreement?.id ?? null,
        now,
      );
      const why =
        state === null ? changedMeanwhile(attendee.state) : whyNot(attendee, row, agreement !== undefined);
      if (why !== null) errors.push({ field: `people[${people.indexOf(found)}].state`, message: why });
      else if (isOther(attendee, row)) rows.push(row);
    }
    if (errors.length > 0) return { ok: false, errors };
    if (rows.length === 0) return done;
    await writeDoor(tx, meeting, rows, { actor, now, key });
    return done;
  });

const rowOf = (
  { id, declaredAt }: Attendee,
  { state, isDeclared }: Pick<FoundAtDoor, "state" | "isDeclared">,
  agreementId: string | null,
  now: Date,
): DoorRow => ({
  id,
  state,
  // What somebody declared is not taken back at the door.
  declaredAt: declaredAt ?? (isDeclared ? now : null),
  agreementId: state === "present" ? agreementId : null,
});

const whyNot = ({ agency, agencyKind }: Attendee, { state, declaredAt }: DoorRow, hasAgreement: boolean) =>
  state === "present" ? whyNotPresent({ agency, agencyKind, hasAgreement }, declaredAt !== null) : null;

const isOther = (before: Attendee, after: DoorRow) =>
  before.state !== after.state ||
  before.agreementId !== after.agreementId ||
  before.declaredAt?.getTime() !== after.declaredAt?.getTime();
