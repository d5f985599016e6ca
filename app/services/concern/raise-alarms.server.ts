import { platform } from "#app/domain/actor.ts";
import { paths } from "#app/paths.ts";
import { tellRole } from "#app/services/notice/tell-staff.server.ts";
import { mailContactCentre } from "#app/services/urgent/mail-contact-centre.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { listDueAlarms, raiseAlarm } from "#db/queries/concern-urgent.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

interface AlarmRun {
  db: Db;
  now: Date;
  /** https://… without a trailing slash: the mail leads here. */
  publicUrl: string;
  /** Checked between transactions. */
  signal: AbortSignal;
}

const mostAtOnce = 100;

/**
 * Raises the alarm over what was handed to the contact centre and not acknowledged in time: once each, to the contact
 * centre, by mail too, and to the inspector. Gives how many.
 */
export async function raiseAlarms(run: AlarmRun): Promise<number> {
  const { db, now, signal } = run;
  const due = await withActor(db, platform(), (tx) => listDueAlarms(tx, now, mostAtOnce));
  let raised = 0;
  for (const { concernId } of due) {
    if (signal.aborted) break;
    if (await raiseOne(run, concernId)) raised += 1;
  }
  return raised;
}

const raiseOne = ({ db, now, publicUrl }: AlarmRun, concernId: string): Promise<boolean> =>
  withActor(db, platform(), async (tx) => {
    const concern = await raiseAlarm(tx, concernId, now);
    if (concern === null) return false;
    const { reference, neighbourhoodId } = concern;
    const notice = {
      at: now,
      kind: "escalated" as const,
      line: `${reference} was handed to the contact centre, and nobody there has acknowledged it.`,
    };
    await tellRole(tx, "contact-centre", neighbourhoodId, { ...notice, path: paths.staff.urgent() });
    await tellRole(tx, "inspector", neighbourhoodId, { ...notice, path: paths.staff.concern(concernId) });
    const isMailed = await mailContactCentre(tx, now, { isAlarm: true, publicUrl });
    await recordAudit(tx, platform(), now, {
      action: "concern.alarm",
      subjectKind: "concern",
      subjectId: concernId,
      neighbourhoodId,
      details: { isMailed },
    });
    return true;
  });
