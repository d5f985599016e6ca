import { judgeWords } from "#app/domain/concern/judge-words.ts";
import { paths } from "#app/paths.ts";
import { tellRole } from "#app/services/notice/tell-staff.server.ts";
import { mailContactCentre } from "#app/services/urgent/mail-contact-centre.server.ts";
import { readSettings } from "#db/queries/setting.ts";
import { insertThreadHandOff } from "#db/queries/thread-urgent.ts";
import { insertEntries, type Thread } from "#db/queries/thread.ts";
import type { Db } from "#db/types.ts";

/**
 * Judges what somebody wrote to a team, by the rules of a concern: notes the door that it may belong to, and hands on
 * at once what somebody has to act on now, in the transaction that keeps the words.
 */
export async function takeInMessage(
  tx: Db,
  now: Date,
  { id, reference, neighbourhoodId }: Pick<Thread, "id" | "reference" | "neighbourhoodId">,
  words: string,
): Promise<void> {
  const { urgentAlarmMinutes } = await readSettings(tx);
  const alone = { words, placeWords: null, whenWords: null, effectWords: null };
  const { route, handOff } = judgeWords(alone, now, urgentAlarmMinutes);
  if (route === null) return;
  await insertEntries(tx, [
    {
      threadId: id,
      // After the message and its acknowledgement.
      at: new Date(now.getTime() + 2),
      writer: "platform",
      writerId: null,
      kind: "note",
      words: route,
    },
  ]);
  if (handOff === null) return;
  await insertThreadHandOff(tx, { threadId: id, handedAt: now, ...handOff });
  await tellRole(tx, "contact-centre", neighbourhoodId, {
    at: now,
    kind: "escalated",
    line: `Urgent: message ${reference} waits for the contact centre`,
    path: paths.staff.urgent(),
  });
  await mailContactCentre(tx, now, { isAlarm: false });
}
