import { randomUUID } from "node:crypto";
import type { Actor } from "#app/domain/actor.ts";
import { attendanceInWords } from "#app/domain/tasking/door.ts";
import type { AttendanceState } from "#app/domain/tasking/meeting.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { listAttendances } from "#db/queries/tasking-attendance.ts";
import { lockAttendances, updateDoor, type DoorRow } from "#db/queries/tasking-door.ts";
import { appendEntry, findEntryNumber } from "#db/queries/tasking-entry.ts";
import type { TaskingMeeting } from "#db/queries/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { asPlatform } from "#db/with-actor.ts";

interface Keeping {
  actor: Actor;
  now: Date;
  /** The screen's. */
  key: string;
}

/**
 * How the list of a locked meeting stands. Once the meeting sits it is written down as an entry, so that every screen
 * hears of it: under the screen's key, or another where the same page was sent before with other words.
 */
export async function noteAttendance(
  tx: Db,
  meeting: TaskingMeeting,
  { actor, now, key }: Keeping,
): Promise<AttendanceState[]> {
  const attendees = await asPlatform(tx, () => listAttendances(tx, meeting.id));
  const states = attendees.map(({ state }) => state);
  if (meeting.state === "open")
    await appendEntry(tx, meeting.id, {
      kind: "attendance",
      words: attendanceInWords(states),
      key: (await findEntryNumber(tx, meeting.id, key)) === null ? key : randomUUID(),
      by: actor.accountId,
      at: now,
    });
  return states;
}

/** Writes what was found at the door of a locked meeting. Hold the seats first. */
export async function writeDoor(
  tx: Db,
  meeting: TaskingMeeting,
  rows: readonly DoorRow[],
  keeping: Keeping,
): Promise<void> {
  const { actor, now } = keeping;
  await updateDoor(tx, meeting.id, rows);
  const states = await noteAttendance(tx, meeting, keeping);
  await recordAudit(tx, actor, now, {
    action: "tasking.attend",
    subjectKind: "tasking-meeting",
    subjectId: meeting.id,
    details: { changed: rows.length, present: states.filter((state) => state === "present").length },
  });
}

/** Holds the seats of a meeting until the end of the transaction: nobody answers for themselves meanwhile. */
export const holdSeats = (tx: Db, meetingId: string): Promise<void> =>
  asPlatform(tx, () => lockAttendances(tx, meetingId));
