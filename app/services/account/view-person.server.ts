import type { Actor } from "#app/domain/actor.ts";
import type { Day } from "#app/domain/team/day.ts";
import { listAbsences } from "#db/queries/absence.ts";
import { listAppointments } from "#db/queries/appointment.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { heldRolesOf } from "#db/queries/held-roles.ts";
import { findPerson } from "#db/queries/person.ts";
import { listSessions } from "#db/queries/session.ts";
import { placementsInForce } from "#db/queries/structure.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { mustBeAllowed } from "./must-be-allowed.ts";

/**
 * What is known of somebody who can sign in, with what they hold on a day; null for nobody of the sort. To look at a
 * partner or member, whose private address this shows, is recorded, as it is on the page of members.
 */
export const viewPerson = ({ db, now }: { db: Db; now: Date }, actor: Actor, id: string, today: Day) =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "person:read");
    const person = await findPerson(tx, id);
    if (person === null) return null;
    const view = {
      person,
      roles: await heldRolesOf(tx, id, today),
      placed: await placementsInForce(tx),
      given: await listAppointments(tx, id),
      absences: await listAbsences(tx, id),
      sessions: (await listSessions(tx, id, now)).length,
    };
    if (person.kind === "member")
      await recordAudit(tx, actor, now, { action: "member.read", subjectKind: "account", subjectId: id });
    return view;
  });
