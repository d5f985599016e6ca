import type { Actor } from "#app/domain/actor.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import {
  endAppointment as endInDatabase,
  findAppointment,
  hasOtherAdministrator,
  lockAdministrators,
} from "#db/queries/appointment.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Ends a role or post that was given, at once; the last administrator's stays. */
export const endAppointment = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { accountId, appointmentId }: { accountId: string; appointmentId: string },
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "person:manage");
    await lockAdministrators(tx);
    const appointment = await findAppointment(tx, accountId, appointmentId);
    if (appointment === null) return refused("form", "This role has ended already");
    if (
      appointment.role === "administrator" &&
      !(await hasOtherAdministrator(tx, londonDay(now), { appointmentId }))
    ) {
      return refused(
        "form",
        "This is the last administrator: give the role to somebody else first, with no last day",
      );
    }
    await endInDatabase(tx, accountId, appointmentId, now);
    await recordAudit(tx, actor, now, {
      action: "appointment.end",
      subjectKind: "account",
      subjectId: accountId,
      details: { appointment: appointmentId, role: appointment.role },
    });
    return done;
  });
