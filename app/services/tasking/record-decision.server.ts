import type { Actor } from "#app/domain/actor.ts";
import { problemsOfDecision } from "#app/domain/tasking/recording.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import {
  itemRefusal,
  recordInMeeting,
  refusedRecord,
  says,
  type Recorded,
  type Recording,
} from "./record-in-meeting.server.ts";

export interface WantedDecision extends Recording {
  itemId: string | null;
  words: string;
  reason: string;
}

/** Writes down what was decided in a meeting, and why. */
export const recordDecision = (
  deps: TaskingDeps,
  actor: Actor,
  { itemId, words, reason, ...recording }: WantedDecision,
): Promise<Recorded | null> => {
  const decision = { kind: "decision", itemId, words: words.trim(), reason: reason.trim() } as const;
  return recordInMeeting(deps, actor, { ...recording, isSame: says(decision) }, async (tx, { meeting }) => {
    const errors = problemsOfDecision(words, reason);
    if (errors.length > 0) return refusedRecord(errors);
    return (await itemRefusal(tx, meeting.id, itemId)) ?? decision;
  });
};
