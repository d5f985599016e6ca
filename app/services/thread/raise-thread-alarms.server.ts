import { platform } from "#app/domain/actor.ts";
import { paths } from "#app/paths.ts";
import { tellRole } from "#app/services/notice/tell-staff.server.ts";
import { mailContactCentre } from "#app/services/urgent/mail-contact-centre.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { listDueThreadAlarms, raiseThreadAlarm } from "#db/queries/thread-urgent.ts";
import { withActor } from "#db/with-actor.ts";
import type { ThreadDeps } from "./thread-deps.ts";

interface AlarmRun extends ThreadDeps {
  /** Checked between transactions. */
  signal: AbortSignal;
}

const mostAtOnce = 100;

/**
 * Raises the alarm over messages that the contact centre has not acknowledged in time: once each, to the contact
 * centre, by mail too, and to the inspector. Gives how many.
 */
export async function raiseThreadAlarms(run: AlarmRun): Promise<number> {
  const { db, now, signal } = run;
  const due = await withActor(db, platform(), (tx) => listDueThreadAlarms(tx, now, mostAtOnce));
  let raised = 0;
  for (const { id } of due) {
    if (signal.aborted) break;
    if (await raiseOne(run, id)) raised += 1;
  }
  return raised;
}

const raiseOne = ({ db, now, publicUrl }: AlarmRun, handOffId: string): Promise<boolean> =>
  withActor(db, platform(), async (tx) => {
    const message = await raiseThreadAlarm(tx, handOffId, now);
    if (message === null) return false;
    const { threadId, reference, neighbourhoodId } = message;
    const notice = {
      at: now,
      kind: "escalated" as const,
      line: `${reference} was handed to the contact centre, and nobody there has acknowledged it.`,
    };
    await tellRole(tx, "contact-centre", neighbourhoodId, { ...notice, path: paths.staff.urgent() });
    await tellRole(tx, "inspector", neighbourhoodId, { ...notice, path: paths.staff.thread(threadId) });
    const isMailed = await mailContactCentre(tx, now, { isAlarm: true, publicUrl });
    await recordAudit(tx, platform(), now, {
      action: "thread.alarm",
      subjectKind: "thread",
      subjectId: threadId,
      neighbourhoodId,
      details: { isMailed },
    });
    return true;
  });
