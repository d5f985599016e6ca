import { z } from "zod";
import type { Actor } from "#app/domain/actor.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { endAbsence } from "#app/services/absence/end-absence.server.ts";
import { endSessions } from "#app/services/account/end-sessions.server.ts";
import { reopenAccount } from "#app/services/account/reopen-account.server.ts";
import { unlinkAccount } from "#app/services/account/unlink-account.server.ts";
import { endAppointment } from "#app/services/appointment/end-appointment.server.ts";
import type { Db } from "#db/types.ts";

/** What the buttons of a person's page ask for. */
export const personActionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("end-role"), appointment: z.uuid() }),
  z.object({ intent: z.literal("end-absence"), absence: z.uuid() }),
  z.object({ intent: z.literal("end-sessions") }),
  z.object({ intent: z.literal("unlink") }),
  z.object({ intent: z.literal("reopen") }),
]);
export type PersonAction = z.output<typeof personActionSchema>;

/** Does what one of the buttons asks for. */
export async function doPersonAction(
  deps: { db: Db; now: Date },
  actor: Actor,
  accountId: string,
  asked: PersonAction,
): Promise<Change> {
  switch (asked.intent) {
    case "end-role":
      return endAppointment(deps, actor, { accountId, appointmentId: asked.appointment });
    case "end-absence":
      return endAbsence(deps, actor, { accountId, absenceId: asked.absence });
    case "end-sessions":
      return (await endSessions(deps, actor, accountId)) === null
        ? refused("form", "This account is no longer there")
        : done;
    case "unlink":
      return unlinkAccount(deps, actor, accountId);
    case "reopen":
      return reopenAccount(deps, actor, accountId);
  }
}
