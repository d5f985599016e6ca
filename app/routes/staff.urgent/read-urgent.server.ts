import type { Scope } from "#app/domain/actor.ts";
import { foundInWords } from "#app/domain/concern/detection/flag.ts";
import { paths } from "#app/paths.ts";
import { listHandOffs, listHeld } from "#db/queries/concern-urgent.ts";
import { readContactCentre } from "#db/queries/contact-centre.ts";
import { readSettings } from "#db/queries/setting.ts";
import { listThreadHandOffs } from "#db/queries/thread-urgent.ts";
import type { Db } from "#db/types.ts";
import type { WaitingHandOff } from "./hand-off.tsx";

// What is beyond comes up as the first are taken.
const mostShown = 50;

/** What waits for the contact centre, concerns and messages, the alarm that goes first at the head. */
export async function readUrgent(tx: Db, scope: Scope, nameOf: ReadonlyMap<string, string>) {
  const placed = (id: string) => nameOf.get(id) ?? "No longer there";
  const concerns = await listHandOffs(tx, scope, mostShown);
  const messages = await listThreadHandOffs(tx, scope, mostShown);
  const handOffs: WaitingHandOff[] = [
    ...concerns.map(({ id, reference, neighbourhoodId, flags, route, alarmAt, alarmedAt, divertedBy }) => ({
      kind: "concern" as const,
      id,
      reference,
      path: paths.staff.concern(id),
      neighbourhood: placed(neighbourhoodId),
      found: foundInWords(flags),
      route,
      alarmAt,
      alarmedAt,
      isDecided: divertedBy !== null,
    })),
    ...messages.map(({ id, threadId, reference, neighbourhoodId, route, alarmAt, alarmedAt }) => ({
      kind: "message" as const,
      id,
      reference,
      path: paths.staff.thread(threadId),
      neighbourhood: placed(neighbourhoodId),
      found: [],
      route,
      alarmAt,
      alarmedAt,
      isDecided: false,
    })),
  ];
  const held = await listHeld(tx, scope, mostShown);
  return {
    handOffs: handOffs.sort((one, other) => one.alarmAt.getTime() - other.alarmAt.getTime()),
    held: held.map(({ id, reference, neighbourhoodId, flags }) => ({
      id,
      reference,
      neighbourhood: placed(neighbourhoodId),
      found: foundInWords(flags),
    })),
    alarmMinutes: (await readSettings(tx)).urgentAlarmMinutes,
    isMailed: (await readContactCentre(tx)) !== null,
  };
}
