import type { Actor } from "#app/domain/actor.ts";
import { problemsOfRole, type WantedRole } from "#app/domain/account/appointment.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { roleWords } from "#app/domain/account/role-words.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { tellPerson } from "#app/services/account/tell-person.server.ts";
import { lockAccount, updateAccount } from "#db/queries/account.ts";
import { hasSameRole, insertAppointment, listAreas } from "#db/queries/appointment.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Gives a member of staff a role for an area, between two days; who was waiting can go on. */
export const giveRole = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { accountId, ...wanted }: WantedRole & { accountId: string },
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "person:manage");
    if (accountId === actor.accountId)
      return refused("role", "You cannot give a role to yourself: ask another administrator");
    const account = await lockAccount(tx, accountId);
    if (account?.kind !== "staff" || account.status === "closed")
      return refused("role", "This account is closed, or is not one of a member of staff");
    const errors = problemsOfRole(wanted, londonDay(now));
    if (errors.length > 0) return { ok: false, errors };
    const { role, area, startsOn, endsOn } = wanted;
    const areas = await listAreas(tx);
    if (!areas.some(({ kind, id }) => kind === area.kind && id === area.id))
      return refused("area", "This area is no longer there: choose again");
    if (await hasSameRole(tx, accountId, wanted))
      return refused("role", "This person has this role for this area at that time already");
    const id = await insertAppointment(tx, {
      accountId,
      role,
      areaKind: area.kind,
      areaId: area.id,
      startsOn,
      endsOn,
      appointedBy: actor.accountId,
      createdAt: now,
    });
    if (account.status === "waiting") await updateAccount(tx, accountId, { status: "active" });
    await tellPerson(tx, now, account, {
      subject: "You have been given a role",
      body: `An administrator has given you the role “${roleWords[role]}” from ${dayInWords(startsOn)}.\n\nIf you did not expect this, tell an administrator.`,
    });
    await recordAudit(tx, actor, now, {
      action: "appointment.create",
      subjectKind: "account",
      subjectId: accountId,
      neighbourhoodId: area.kind === "neighbourhood" ? area.id : null,
      details: { appointment: id, role, areaKind: area.kind, area: area.id, startsOn, endsOn },
    });
    return done;
  });
