import { randomUUID } from "node:crypto";
import { refused, type FieldError } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { lackLines, lacksOf, type Lack } from "#app/domain/tasking/finishing.ts";
import { mayFinish } from "#app/domain/tasking/presiding.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { listAttendances } from "#db/queries/tasking-attendance.ts";
import { listCarried, settleCarried } from "#db/queries/tasking-carried.ts";
import { appendEntry, itemsDecidedOn } from "#db/queries/tasking-entry.ts";
import { updateTaskingMeeting, type HeldMeeting } from "#db/queries/tasking-meeting.ts";
import { listItems } from "#db/queries/tasking-item.ts";
import type { Db } from "#db/types.ts";
import { asPlatform } from "#db/with-actor.ts";
import { changeTaskingMeeting, type TaskingDeps } from "./change-meeting.server.ts";
import { notInSession } from "./record-in-meeting.server.ts";

export type Finished = { ok: true } | { ok: false; errors: readonly FieldError[]; lacks?: readonly Lack[] };

/** What is missing before a meeting is finished, as it stands. Call it for somebody who reads the meeting. */
export async function readLacks(tx: Db, { meeting, group }: HeldMeeting): Promise<Lack[]> {
  const attendances = await asPlatform(tx, () => listAttendances(tx, meeting.id));
  const carried = await listCarried(tx, meeting.id);
  const items = await listItems(tx, meeting.id);
  const decided = new Set(await itemsDecidedOn(tx, meeting.id));
  return lacksOf({
    attendances,
    carried: carried.map(({ actionId, number, outcome }) => ({
      actionId,
      name: `${group.code}-${number}`,
      outcome,
    })),
    items: items.map((item) => ({ ...item, isDecided: decided.has(item.id) })),
  });
}

/**
 * Finishes an open meeting and its minutes with it: refused while anything is missing that minutes need. Nothing is
 * written in them afterwards. Null where the actor has no such meeting.
 */
export const finishMeeting = (
  deps: TaskingDeps,
  actor: Actor,
  { reference, nextOn }: { reference: string; nextOn: Day | null },
): Promise<Finished | null> =>
  changeTaskingMeeting(deps, actor, reference, async (tx, held): Promise<Finished> => {
    const { meeting, group } = held;
    const { now } = deps;
    if (!mayFinish(actor, held))
      return refused("form", "Only whoever chairs this meeting finishes its minutes");
    if (meeting.state !== "open") return refused("form", notInSession[meeting.state]);
    if (nextOn !== null && nextOn < londonDay(now))
      return refused("nextOn", "Enter a day that is today or later, or leave it empty");
    // What an agency closed while the meeting sat has its outcome.
    await settleCarried(tx, meeting.id, now);
    const lacks = await readLacks(tx, held);
    if (lacks.length > 0)
      return {
        ok: false,
        errors: lackLines(lacks).map(({ words }) => ({ field: "form", message: words })),
        lacks,
      };
    const number = await appendEntry(tx, meeting.id, {
      kind: "moment",
      words: "The minutes were finished.",
      key: randomUUID(),
      by: actor.accountId,
      at: now,
    });
    await updateTaskingMeeting(tx, meeting, {
      state: "finished",
      finishedAt: now,
      finishedBy: actor.accountId,
      nextOn,
      changedAt: now,
    });
    await recordAudit(tx, actor, now, {
      action: "tasking.finish",
      subjectKind: "tasking-meeting",
      subjectId: meeting.id,
      details: { group: group.code, meeting: meeting.number, entries: number },
    });
    return { ok: true };
  });
