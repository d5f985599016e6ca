import type { Actor } from "#app/domain/actor.ts";
import { mayChair, mayRecord, type LedGroup } from "./reading.ts";

/** A meeting with its group, as far as it decides who records and finishes it. */
interface PresidedMeeting {
  meeting: { chairId: string | null };
  group: LedGroup;
}

/** Whether an actor was chosen to chair this one meeting. Whether they may still read it, the queries say. */
export const presides = (actor: Actor, { meeting }: PresidedMeeting): boolean =>
  actor.accountId !== null && actor.accountId === meeting.chairId;

/** Whether an actor may open, record and send round a meeting: whoever records in its group, and its own chair. */
export const mayRecordIn = (actor: Actor, held: PresidedMeeting): boolean =>
  presides(actor, held) || mayRecord(actor, held.group);

/** Whether an actor may finish a meeting: whoever chairs its group, and its own chair. */
export const mayFinish = (actor: Actor, held: PresidedMeeting): boolean =>
  presides(actor, held) || mayChair(actor, held.group);
