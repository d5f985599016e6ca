import { seedId } from "#db/seed/seed-id.ts";
import { agreementId } from "./agreement-rows.ts";
import type { TaskingRows } from "./rows.ts";
import type { Seat } from "./seats.ts";
import { accountId, agencyId, atMinute, isPolice, type GroupTelling } from "./telling.ts";

type AttendanceRow = TaskingRows["attendances"][number];

interface Of {
  meetingId: string;
  calledAt: Date;
  startsAt: Date;
}

// The chair and whoever writes are always there.
const alwaysThere = 2;

const asked = (meetingId: string, { reference, agencyCode, position }: Seat, calledAt: Date) => ({
  id: seedId("tasking-attendance", `${meetingId}:${reference}`),
  meetingId,
  accountId: accountId(reference),
  agencyId: agencyId(agencyCode),
  position,
  invitedAt: calledAt,
});

/** Who was asked to a meeting that is over, who came, and what was checked at the door. */
export const attendanceRows = (
  { seats, group, random }: GroupTelling,
  { meetingId, calledAt, startsAt }: Of,
): AttendanceRow[] =>
  seats.map((seat, at): AttendanceRow => {
    const chance = random.next();
    const row = asked(meetingId, seat, calledAt);
    if (at >= alwaysThere && chance < 0.16)
      return { ...row, state: chance < 0.11 ? "apologies" : "absent", version: 2 };
    return {
      ...row,
      state: "present",
      declaredAt: atMinute(startsAt, -3 + (at % 5)),
      agreementId: isPolice(seat.agencyCode) ? null : agreementId(group.slug ?? "force"),
      version: 3,
    };
  });

/** Who was asked to a meeting that is ahead, and what they have said of coming. */
export const invitedRows = ({ seats }: GroupTelling, meetingId: string, calledAt: Date): AttendanceRow[] =>
  seats.map((seat, at) => ({
    ...asked(meetingId, seat, calledAt),
    state: at === 0 ? "coming" : at % 4 === 3 ? "apologies" : at % 2 === 0 ? "coming" : "invited",
    version: at % 2 === 0 || at % 4 === 3 ? 2 : 1,
  }));
