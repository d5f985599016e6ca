import type { Judgement } from "#app/domain/concern/judge-words.ts";
import { paths } from "#app/paths.ts";
import { tellResponsible, tellRole } from "#app/services/notice/tell-staff.server.ts";
import { mailContactCentre } from "#app/services/urgent/mail-contact-centre.server.ts";
import { insertDiversion } from "#db/queries/concern.ts";
import type { Db } from "#db/types.ts";

/**
 * Hands on at once what somebody has to act on now, and tells the staff whose turn it is, in the transaction that
 * keeps the words. A person decides what becomes of it; until then it stands in the urgent queue.
 */
export async function takeInWords(
  tx: Db,
  now: Date,
  concern: { id: string; reference: string; neighbourhoodId: string },
  { handOff }: Pick<Judgement, "handOff">,
): Promise<void> {
  const { id, reference, neighbourhoodId } = concern;
  if (handOff === null) {
    await tellResponsible(tx, neighbourhoodId, {
      at: now,
      kind: "new",
      line: `Concern ${reference} waits for triage`,
      path: paths.staff.concern(id),
    });
    return;
  }
  await insertDiversion(tx, {
    concernId: id,
    route: handOff.route,
    divertedAt: now,
    divertedBy: null,
    alarmAt: handOff.alarmAt,
  });
  await tellRole(tx, "contact-centre", neighbourhoodId, {
    at: now,
    kind: "escalated",
    line: `Urgent: concern ${reference} waits for the contact centre`,
    path: paths.staff.urgent(),
  });
  await mailContactCentre(tx, now, { isAlarm: false });
}
