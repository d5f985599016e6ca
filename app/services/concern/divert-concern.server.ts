import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { alarmAt, diversionSteps, type DivertRoute } from "#app/domain/concern/diversion.ts";
import { paths } from "#app/paths.ts";
import { tellRole } from "#app/services/notice/tell-staff.server.ts";
import { mailContactCentre } from "#app/services/urgent/mail-contact-centre.server.ts";
import { divertTo } from "#db/queries/concern-triage.ts";
import { readSettings } from "#db/queries/setting.ts";
import { decideConcern, type Decided, type DecisionDeps } from "./decide-concern.server.ts";

/**
 * Hands a concern to another part of the police: recorded, the contact centre told, the alarm clock set. The words go
 * a week after somebody there says that they have it.
 */
export const divertConcern = (
  deps: DecisionDeps,
  actor: Actor,
  { route, ...decided }: Decided & { route: DivertRoute },
): Promise<Change> =>
  decideConcern(deps, actor, decided, (tx) => ({
    ok: true,
    step: diversionSteps[route].step,
    action: "concern.divert",
    alongside: async ({ id, reference, neighbourhoodId }) => {
      const { now } = deps;
      const { urgentAlarmMinutes } = await readSettings(tx);
      await divertTo(tx, {
        concernId: id,
        route,
        divertedAt: now,
        divertedBy: actor.accountId,
        alarmAt: alarmAt(
          { raisedAt: now, isThreatToLife: route === "emergency", acknowledgedAt: null },
          urgentAlarmMinutes,
        ),
      });
      await tellRole(tx, "contact-centre", neighbourhoodId, {
        at: now,
        kind: "new",
        line: `${reference} was diverted to you. Acknowledge it.`,
        path: paths.staff.urgent(),
      });
      await mailContactCentre(tx, now, { isAlarm: false });
    },
  }));
