import { eq } from "drizzle-orm";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { agreementParties, agreements } from "#db/schema/agreement.ts";
import { taskingGroups } from "#db/schema/tasking.ts";
import { taskingActions } from "#db/schema/tasking-action.ts";
import type { Db } from "#db/types.ts";

/** Lets an agency share in all joint work of the force, from two months ago for ten months more; once or more. */
export async function addLiveAgreement(db: Db, agencyId: string): Promise<void> {
  const now = new Date();
  const startsOn = addDays(londonDay(now), -60);
  const [agreement] = await db
    .insert(agreements)
    .values({
      reference: `A-${crypto.randomUUID()}`,
      title: "Joint work of the force",
      purpose: "To solve problems of a place together.",
      gateway: "crime-and-disorder-115",
      dataItems: "Problems, places and actions.",
      security: "Only in this platform.",
      retention: "Seven years.",
      dpia: "DPIA-1",
      state: "signed",
      startsOn,
      reviewBy: addDays(startsOn, 360),
      signedAt: now,
      madeAt: now,
      changedAt: now,
    })
    .returning({ id: agreements.id });
  await db.insert(agreementParties).values({
    agreementId: agreement?.id ?? "",
    agencyId,
    signatory: "Somebody who may",
    signatoryPosition: "Director",
    signedOn: startsOn,
  });
}

/** An action of a group for an agency, which shares; its id. */
export async function addJointAction(db: Db, code: string, agencyId: string): Promise<string> {
  const now = new Date();
  await addLiveAgreement(db, agencyId);
  const [group] = await db
    .select({ id: taskingGroups.id })
    .from(taskingGroups)
    .where(eq(taskingGroups.code, code));
  const [action] = await db
    .insert(taskingActions)
    .values({
      groupId: group?.id ?? "",
      number: 901,
      kind: "environmental",
      task: "Repair the lights",
      agencyId,
      position: "Street lighting officer",
      dueOn: addDays(londonDay(now), 14),
      givenAt: now,
      changedAt: now,
    })
    .returning({ id: taskingActions.id });
  return action?.id ?? "";
}
